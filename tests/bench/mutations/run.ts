import { spawn } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { type Mutation, mutations } from "./list.ts";

/** What became of the bugs. */
export interface Outcome {
  /** bugs that no test noticed */
  survivors: Mutation[];
  caught: number;
  /** test files that are red without any bug */
  red: string[];
}

/** Some 50 s of processor time. */
const LIMIT_MS = 300_000;

/** For one test of a copy: many run at once, beside the tests of pages. */
const TEST_MS = 30_000;

/** Folder of the copy without a bug. */
const SOUND = "sound";

/**
 * Gives each bug a copy of the harness with the one test file that must notice, and runs all copies in one process:
 * to start the test runner takes longer than most of these tests.
 */
export async function runMutations(root: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "hot-path-mutations-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    copy(root, join(folder, SOUND), new Set(mutations.map(({ by }) => by)));
    for (const [i, mutation] of mutations.entries()) plant(root, join(folder, name(i)), mutation);
    const passed = await greenFiles(root, folder);
    const isGreen = (copy: string, by: string) => passed.has(join(copy, testFile(by)));
    const survivors = mutations.filter(({ by }, i) => isGreen(name(i), by));
    const red = [...new Set(mutations.map(({ by }) => by))].filter((by) => !isGreen(SOUND, by));
    return { survivors, caught: mutations.length - survivors.length, red };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const name = (i: number) => `bug${i}`;
const testFile = (by: string) => `tests/bench/${by}.test.ts`;

/** Copies the harness, the helpers of its tests, and those tests that are named. */
function copy(root: string, to: string, tests: Set<string>): void {
  const files = globSync(["src/bench/**/*.{ts,json}", "tests/bench/**/*.ts"], { cwd: root });
  const wanted = [...tests].map(testFile);
  for (const file of files.map((path) => path.replaceAll("\\", "/"))) {
    if (file.endsWith(".test.ts") && !wanted.includes(file)) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
}

function plant(root: string, to: string, { file, from, to: instead, by }: Mutation): void {
  copy(root, to, new Set([by]));
  const path = join(to, "src/bench", file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from))
    throw new Error(`src/bench/${file} no longer contains “${from}”: update tests/bench/mutations/list.ts`);
  writeFileSync(path, text.replace(from, instead));
}

/** Runs every test file below a folder; gives those in which all tests passed, as paths relative to it. */
async function greenFiles(root: string, folder: string): Promise<Set<string>> {
  const report = join(folder, "report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--root", folder, "--reporter=json", "--outputFile", report];
  // threads that are used again: 17 s instead of 46 s for 55 bugs, on two cores
  args.push("--pool=threads", "--no-isolate", `--testTimeout=${TEST_MS}`);
  const options = { stdio: "ignore", timeout: LIMIT_MS, killSignal: "SIGKILL" } as const;
  const code = await new Promise((resolve) => spawn(process.execPath, args, options).once("close", resolve));
  if (code === null)
    throw new Error(`the bugs were not all tried within ${LIMIT_MS / 1000} s: one may never end`);
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: { name: string; status: string }[];
  };
  return new Set(
    testResults.filter(({ status }) => status === "passed").map((file) => relative(folder, file.name)),
  );
}
