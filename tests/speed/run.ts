/**
 * `npm run bench [-- <report>]`: how fast the compiler and how heavy the pages are, or the report asked for. Reported,
 * never asserted.
 */
import { existsSync } from "node:fs";
import { buildTimes } from "./build/run.ts";
import { compileTimes } from "./compile.ts";
import { mutationReport } from "./mutations.ts";
import { pageWeights } from "./site.ts";

const root = process.cwd();
const reports: Record<string, () => string[] | Promise<string[]>> = {
  compile: () => compileTimes(root),
  site: async () => {
    if (!existsSync("dist")) return ["site: run npm run build first, then its weights are shown here"];
    const scores = process.argv.includes("--lighthouse")
      ? await (await import("./lighthouse.ts")).lighthouseScores()
      : [];
    return [...pageWeights(root), ...scores];
  },
  mutations: () => mutationReport(root),
  build: () => buildTimes(root, process.argv.slice(3).map(Number)),
  dev: async () => (await import("./build/dev.ts")).devTimes(root, process.argv.slice(3).map(Number)),
  harness: async () => {
    await import("./harness/run.ts");
    return [];
  },
};

const [asked] = process.argv.slice(2);
if (asked && !Object.hasOwn(reports, asked)) {
  console.error(`bench: there is no report “${asked}”. There are ${Object.keys(reports).join(", ")}.`);
  process.exit(1);
}
for (const name of asked ? [asked] : ["compile", "site"])
  for (const line of await reports[name]()) console.log(line);
