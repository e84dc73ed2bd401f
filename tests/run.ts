/**
 * `npm test`: builds the site, runs every test, and closes with one line: `N passed, N failed`.
 * Arguments go to Vitest: `npm test -- --project book -t firefox`. HOT_PATH_SKIP_BUILD=1 tests the `dist/` that is there.
 */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { provideBrowsers } from "../src/notebook/browsers/index.ts";
import { installPackages, isDebianRoot } from "../src/notebook/browsers/install.ts";
import { missingFor, thisSystem } from "../src/notebook/record/native/facilities.ts";
import type { Tally } from "./reporter.ts";

/** Tests that take longer hang. */
const CI_TEST_MS = 30 * 60_000;

/** Projects that need no browser. */
const withoutBrowser = ["--project", "unit", "--project", "mutations"];

/** What failed outside of tests; each counts as one failure. */
const failures: string[] = [];

const built = process.env.HOT_PATH_SKIP_BUILD === "1" || (await build());
if (!built) failures.push("The site was not built, so no browser test ran.");
if (built) noteBrowsers();
noteCompiler();

const asked = process.argv.slice(2);
const tally =
  built && asked.length === 0
    ? await everything()
    : await runVitest([...asked, ...(built ? [] : withoutBrowser)]);
for (const text of tally.told) console.log(`\n${text}`);
if (tally.skipped > 0) console.log(`${tally.skipped} skipped`);
for (const failure of failures) console.log(`FAILED: ${failure}`);

const failed = tally.failed + failures.length;
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${tally.passed} passed, ${failed} failed`);

/** Silent unless it fails: the build's own output is of use then only. */
async function build(): Promise<boolean> {
  const start = performance.now();
  // fixture pages are built beside the book: what the book would never show must be testable too
  process.env.HOT_PATH_FIXTURES = "1";
  const { code, output } = await run("npm", ["run", "build"], "collect");
  delete process.env.HOT_PATH_FIXTURES;
  if (code !== 0) console.log(output);
  else console.log(`Built the site in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return code === 0;
}

function noteBrowsers(): void {
  const { notes, fails } = provideBrowsers();
  if (fails) failures.push(...notes);
  else for (const note of notes) console.log(`Left out: ${note}.`);
}

/** The tests of native programs compile one; in CI that is no choice. */
function noteCompiler(): void {
  const missing = () => missingFor([{ run: "cc" }], thisSystem());
  if (missing().length > 0 && process.env.CI === "true" && isDebianRoot())
    installPackages(["gcc", "libc6-dev"]);
  for (const line of missing()) console.log(`Left out: native programs, since ${line}.`);
}

/**
 * All tests. Those without a browser run beside those of pages, at low priority and silent until they end: neither measures. Those of
 * pages that do measure come last, alone.
 */
async function everything(): Promise<Tally> {
  const beside = runVitest(withoutBrowser, "collect");
  const pages = await runVitest(["--project", "pages"]);
  const tallies = [await beside, pages, await runVitest(["--project", "book"])];
  const sum = (of: "passed" | "failed" | "skipped") => tallies.reduce((total, tally) => total + tally[of], 0);
  const told = tallies.flatMap((tally) => tally.told);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), told };
}

async function runVitest(args: string[], output: "show" | "collect" = "show"): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "hot-path-tally-"));
  const path = join(folder, "tally.json");
  const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
  const limit = process.env.CI === "true" ? CI_TEST_MS : 0;
  const { code, output: said } = await run(process.execPath, [vitest, "run", ...args], output, {
    limit,
    env: { HOT_PATH_TALLY: path },
  });
  if (output === "collect") console.log(said);
  const tally = readTally(path);
  rmSync(folder, { recursive: true });
  if (code === null) failures.push(`The tests were stopped after ${limit / 60_000} minutes.`);
  else if (tally.passed + tally.failed === 0) failures.push("No test ran.");
  else if (code !== 0 && tally.failed === 0) failures.push(`Vitest ended with code ${code}.`);
  return tally;
}

function readTally(path: string): Tally {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, told: [] };
  }
}

interface RunOptions {
  /** ms after which the program is stopped; then `code` is null */
  limit?: number;
  /** beside that of this process */
  env?: Record<string, string>;
}

/** Runs a program to its end. One whose output is collected is in no hurry, and gets what time others leave. */
function run(
  command: string,
  args: string[],
  output: "show" | "collect",
  { limit = 0, env = {} }: RunOptions = {},
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const stdio = output === "show" ? "inherit" : "pipe";
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, {
      stdio: ["ignore", stdio, stdio],
      shell,
      env: { ...process.env, ...env },
    });
    if (output === "collect" && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const timer = limit > 0 ? setTimeout(() => child.kill(), limit) : undefined;
    const parts: string[] = [];
    child.stdout?.on("data", (part) => parts.push(String(part)));
    child.stderr?.on("data", (part) => parts.push(String(part)));
    child.once("error", (error) => parts.push(error.message));
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, output: parts.join("") });
    });
  });
}
