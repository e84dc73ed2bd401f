import { relative, resolve } from "node:path";
import type { Check } from "../check.ts";
import { toolProblems } from "./tool.ts";

const biome = (root: string, args: string[]) =>
  toolProblems(root, "biome", ["check", "--colors=off", ...args, "."]);

/** Formatting and lint, by Biome. */
export const style: Check = {
  name: "style",
  run: async (root) => {
    const said = await biome(root, ["--max-diagnostics=200", "--reporter=github"]);
    const problems = said.flatMap((line) => problemOf(root, line));
    return said.length > 0 && problems.length === 0 ? said : problems;
  },
  fix: async (root) => {
    await biome(root, ["--write"]);
  },
};

/** A line of Biome's as ours; what is no problem is left out. */
function problemOf(root: string, said: string): string[] {
  const [, place, what] = /^::(?:error|warning) (.*?)::(.*)$/.exec(said) ?? [];
  if (!place) return [];
  const of = (name: string) => new RegExp(`(?:^|,)${name}=([^,]*)`).exec(place)?.[1] ?? "";
  const file = relative(root, resolve(root, of("file"))).replaceAll("\\", "/");
  if (of("title") === "format")
    return [`${file}:1:1: is not formatted as the rest. Run npm run check -- --fix.`];
  const message = decodeURIComponent(what.replace(/%(?![0-9A-F]{2})/g, "%25"))
    .replace(/\s+/g, " ")
    .trim();
  return [
    `${file}:${of("line") || 1}:${of("col") || 1}: ${message.replace(/\.?$/, ".")} Mend what a machine can: npm run check -- --fix.`,
  ];
}
