/**
 * `npm run check`: everything about a contribution that can be told without a browser. Prints only what is wrong.
 * `--fix` first repairs what a machine can. `--verbose` also tells how long each check took. `--watch` goes on until Ctrl-C,
 * and checks again what is saved.
 */
import { fileURLToPath } from "node:url";
import { all } from "./all.ts";
import { annotation } from "./annotate.ts";
import { brokenCheck, runCheck } from "./check.ts";
import { problemLines } from "./report.ts";
import { runWatch } from "./watch/run.ts";

// told once, by us, if it ever matters: the types of cells are stripped by Node itself
process.removeAllListeners("warning");

const options = new Set(process.argv.slice(2));
const unknown = [...options].filter((option) => !["--fix", "--verbose", "--watch"].includes(option));
if (unknown.length > 0) {
  console.error(`npm run check does not know ${unknown.join(", ")}. It takes --fix, --verbose and --watch.`);
  process.exit(2);
}
// a check that fails out of turn is told like any other
process.on("uncaughtException", (error) => {
  console.error(brokenCheck("everything", error.message.split("\n")[0]));
  process.exit(2);
});

const root = fileURLToPath(new URL("../../", import.meta.url));
if (options.has("--fix")) for (const { fix } of all) await fix?.(root);
if (options.has("--watch")) await runWatch(root);

const started = performance.now();
const found = await Promise.all(
  all.map(async (check) => {
    const finding = await runCheck(check, root);
    return { ...finding, seconds: (performance.now() - started) / 1000 };
  }),
);
const wrong = found.filter(({ problems }) => problems.length > 0);
for (const finding of wrong) {
  console.error(problemLines(finding).join("\n"));
  if (process.env.GITHUB_ACTIONS === "true")
    for (const line of finding.problems) console.log(annotation(finding.check, line));
}
if (options.has("--verbose"))
  for (const { check, seconds } of found) console.log(`${check}: after ${seconds.toFixed(1)} s`);
if (wrong.length > 0) process.exitCode = 1;
else console.log(`Nothing wrong: ${all.map(({ name }) => name).join(", ")}.`);
