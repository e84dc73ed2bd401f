/**
 * `npm test`: builds the site, runs every test, and closes with one line: `N passed, N failed`.
 * Arguments go to Vitest: `npm test -- --project book -t firefox`. HOT_PATH_SKIP_BUILD=1 tests the `dist/` that is there.
 */

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import {
  ENGINES,
  type Engine,
  findBrowsers,
  missing,
  provideBrowsers,
} from "../src/notebook/browsers/index.ts";
import { installPackages, isDebianRoot } from "../src/notebook/browsers/install.ts";
import { missingFor, thisSystem } from "../src/notebook/record/native/facilities.ts";
import type { Tally } from "./reporter.ts";

/** Tests that take longer hang. */
const CI_TEST_MS = 30 * 60_000;

/** Projects that need no browser. */
const projects = { unit: ["--project", "unit"], mutations: ["--project", "mutations"] };

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
    : (
        await vitest("Vitest", [...asked, ...(built ? [] : [...projects.unit, ...projects.mutations])], {
          show: true,
        })
      ).tally;
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
  const { code, output } = await run("npm", ["run", "build"], { show: false });
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
 * All tests. Bugs are tried first and alone: they need half a minute of every processor, and beside browsers they once got none for
 * five. Tests in browsers run engine by engine, two engines at a time where there are processors for them, since much of such a test
 * is waiting. The other tests without a browser run beside them, and give way.
 */
async function everything(): Promise<Tally> {
  const first = await runVitest("Bugs in the harness", projects.mutations);

  const absent = missing(findBrowsers());
  // the longest first
  const engines = [...ENGINES].reverse().filter((engine) => !absent.includes(engine));
  const inBrowsers = ["book", "pages"].flatMap((project) =>
    engines.map((engine) => () => runVitest(`${project} in ${engine}`, ["--project", project], { engine })),
  );
  const beside = runVitest("Without a browser", projects.unit, { hurry: false });
  const before = await atMost(Math.min(2, availableParallelism()), inBrowsers);
  const tallies = [first, await beside, ...before];
  const sum = (of: "passed" | "failed" | "skipped") => tallies.reduce((total, tally) => total + tally[of], 0);
  const told = tallies.flatMap((tally) => tally.told);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped"), told };
}

/** Results of tasks of which at most `count` run at once, begun in their order. */
async function atMost<T>(count: number, tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const waiting = tasks.entries();
  const work = async () => {
    for (const [i, task] of waiting) results[i] = await task();
  };
  await Promise.all(Array.from({ length: count }, work));
  return results;
}

interface VitestOptions {
  /** the one to test; all unless given */
  engine?: Engine;
  /** false: others come first */
  hurry?: boolean;
}

/** Tests beside others: their output is shown when they have ended, with a title and how long they took. */
async function runVitest(
  title: string,
  args: string[],
  { engine, hurry = true }: VitestOptions = {},
): Promise<Tally> {
  const start = performance.now();
  const { tally, said } = await vitest(title, args, {
    show: false,
    hurry,
    env: engine === undefined ? {} : { HOT_PATH_ENGINE: engine },
  });
  console.log(`${said}\n${title}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  return tally;
}

/** Runs Vitest to its end, and adds to the failures what kept it from one. */
async function vitest(
  title: string,
  args: string[],
  { env = {}, ...options }: RunOptions,
): Promise<{ tally: Tally; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), "hot-path-tally-"));
  const path = join(folder, "tally.json");
  const program = join(import.meta.dirname, "../node_modules/vitest/vitest.mjs");
  const limit = process.env.CI === "true" ? CI_TEST_MS : 0;
  const { code, output } = await run(process.execPath, [program, "run", ...args], {
    ...options,
    limit,
    env: { ...env, HOT_PATH_TALLY: path },
  });
  const tally = readTally(path);
  rmSync(folder, { recursive: true });
  if (code === null) failures.push(`${title}: stopped after ${limit / 60_000} minutes.`);
  else if (tally.passed + tally.failed === 0) failures.push(`${title}: no test ran.`);
  else if (code !== 0 && tally.failed === 0) failures.push(`${title}: Vitest ended with code ${code}.`);
  return { tally, said: output };
}

function readTally(path: string): Tally {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, told: [] };
  }
}

interface RunOptions {
  /** whether its output appears at once, or is collected */
  show: boolean;
  /** false: others come first */
  hurry?: boolean;
  /** ms after which the program is stopped; then `code` is null */
  limit?: number;
  /** beside that of this process */
  env?: Record<string, string>;
}

/** Runs a program to its end. */
function run(
  command: string,
  args: string[],
  { show, hurry = true, limit = 0, env = {} }: RunOptions,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const stdio = show ? "inherit" : "pipe";
    const shell = process.platform === "win32" && command === "npm";
    const child = spawn(command, args, {
      stdio: ["ignore", stdio, stdio],
      shell,
      env: { ...process.env, ...env },
    });
    if (!hurry && child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
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
