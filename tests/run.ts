/**
 * `npm test`: builds the site, runs every test, and closes with one line: `N passed, N failed`.
 * Arguments go to Vitest: `npm test -- --project book -t firefox`. HOT_PATH_SKIP_BUILD=1 tests the `dist/` that is there.
 */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provideBrowsers } from "../src/notebook/browsers/index.ts";
import { installPackages, isDebianRoot } from "../src/notebook/browsers/install.ts";
import { missingFor, thisSystem } from "../src/notebook/record/native/facilities.ts";
import type { Tally } from "./reporter.ts";

/** Tests that take longer hang. */
const CI_TEST_MS = 30 * 60_000;

/** What failed outside of tests; each counts as one failure. */
const failures: string[] = [];

const built = process.env.HOT_PATH_SKIP_BUILD === "1" || (await build());
if (!built) failures.push("The site was not built, so no browser test ran.");
if (built) noteBrowsers();
noteCompiler();

const tally = await runVitest([
  ...process.argv.slice(2),
  ...(built ? [] : ["--project", "unit", "--project", "mutations"]),
]);
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

async function runVitest(args: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "hot-path-tally-"));
  const path = join(folder, "tally.json");
  process.env.HOT_PATH_TALLY = path;
  const vitest = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
  const limit = process.env.CI === "true" ? CI_TEST_MS : 0;
  const { code } = await run(process.execPath, [vitest, "run", ...args], "show", limit);
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
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Runs a program to its end; `limit` in ms stops it earlier, and then `code` is null. */
function run(
  command: string,
  args: string[],
  output: "show" | "collect",
  limit = 0,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const stdio = output === "show" ? "inherit" : "pipe";
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, { stdio: ["ignore", stdio, stdio], shell });
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
