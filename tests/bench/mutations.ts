/**
 * One-line bugs in the harness, each of which must turn a test red: `node tests/bench/mutations.ts`.
 * A suite that lets one pass does not test what it says. Works on a copy; takes about a second for each bug.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Mutation {
  bug: string;
  /** below src/bench */
  file: string;
  from: string;
  to: string;
  /** the test file that must notice, without ".test.ts" */
  by: string;
}

const bug = (by: string, bug: string, file: string, from: string, to: string): Mutation => ({
  by,
  bug,
  file,
  from,
  to,
});

const mutations: Mutation[] = [
  bug("order", "no mirror", "order.ts", "order[row - 1].toReversed()", "order[row - 1]"),
  bug(
    "interval",
    "rank off by one",
    "interval.ts",
    "coverageOf(count, k + 1) >= confidence",
    "coverageOf(count, k) >= confidence",
  ),
  bug("interval", "one tail only", "interval.ts", "return 1 - 2 * tail", "return 1 - tail"),
  bug(
    "interval",
    "ratio upside down",
    "interval.ts",
    "Math.log(time / below[i])",
    "Math.log(below[i] / time)",
  ),
  bug(
    "interval",
    "upper end off by one",
    "interval.ts",
    "sorted[sorted.length - k]",
    "sorted[sorted.length - k - 1]",
  ),
  bug(
    "comparison",
    "no Bonferroni",
    "summary.ts",
    "shareConfidence(CONFIDENCE, others.length)",
    "CONFIDENCE",
  ),
  bug("comparison", "minimum of slices", "summary.ts", "median(slices)", "Math.min(...slices)"),
  bug(
    "comparison",
    "ratios at the floor",
    "summary.ts",
    "!(isNearFloor(typicalNs, floorNs) &&",
    "!(false &&",
  ),
  bug("verdict", "slower by its upper end", "verdict.ts", "if (low > 1)", "if (high > 1)"),
  bug("verdict", "band not symmetrical in logs", "verdict.ts", "1 / (1 - sameWithin)", "1 + sameWithin"),
  bug(
    "comparison",
    "redone without end",
    "blocks.ts",
    "discarded.length >= REDOS",
    "discarded.length >= 2 * REDOS",
  ),
  bug("comparison", "never redone", "blocks.ts", "if (reason === null) return runs;", "return runs;"),
  bug(
    "comparison",
    "other inputs inside a block",
    "comparison.ts",
    "mixSeeds(seed, block + 1)",
    "mixSeeds(seed, v)",
  ),
  bug("comparison", "always the first variant", "comparison.ts", "spec.names[v];", "spec.names[0];"),
  bug(
    "comparison",
    "times of wrong answers",
    "comparison.ts",
    "if (wrongAnswer) return",
    "if (false) return",
  ),
  bug("grow", "one pilot reading", "worker/grow.ts", "longEnough < 2 && n", "longEnough < 1 && n"),
  bug(
    "grow",
    "n against n",
    "worker/grow.ts",
    "let double = watch.time(2 * n)",
    "let double = watch.time(n)",
  ),
  bug(
    "grow",
    "warm-up without end condition",
    "worker/warm-up.ts",
    "busy >= minMs && settled(batches)",
    "busy >= minMs",
  ),
  bug("worker", "inputs do not rotate", "worker/loop.ts", "if (++turn === count) turn = 0;", "turn = 0;"),
  bug("worker", "sink forgets", "worker/loop.ts", "sum += value", "sum = value"),
  bug("worker", "one call too many", "worker/loop.ts", "i < n", "i <= n"),
  bug("worker", "check sees the prepared input", "worker/jobs.ts", "prepared.shared(0)", "prepared.make(0)"),
  bug("plan", "budget ignored", "plan.ts", "cost(candidate) <= budgetMs", "true"),
  bug(
    "plan",
    "slices ignore the clock",
    "plan.ts",
    "Math.max(SLICE_MS, (SLICE_TICKS * resolutionUs) / 1000)",
    "SLICE_MS",
  ),
  bug("sweep", "values in one order", "sweep.ts", "placeOrder[replicate].map", "placeOrder[0].map"),
  bug(
    "claims",
    "claims held by any overlap",
    "claims.ts",
    "low >= atLeast && high <= atMost",
    "high >= atLeast && low <= atMost",
  ),
  bug("comparison", "Stop waits for the next worker", "session.ts", "throwIfAborted(session.signal);", ""),
  bug("browser-host", "workers stay alive", "browser-host.ts", ".finally(() => worker.terminate())", ""),
  bug("browser-host", "hidden tabs measure", "browser-host.ts", "await whenVisible(signal);", ""),
  bug("clock", "half steps believed", "browser/clock.ts", "step === sorted[i + 1]", "true"),
];

const root = join(import.meta.dirname, "../..");
const copy = mkdtempSync(join(tmpdir(), "hot-path-mutations-"));
for (const part of ["src/bench", "tests/bench", "package.json"]) {
  cpSync(join(root, part), join(copy, part), { recursive: true });
}
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const isGreen = (by: string) => {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  return (
    spawnSync(process.execPath, [vitest, "run", "--bail=1", `${by}.test.ts`], { cwd: copy }).status === 0
  );
};

const survivors = mutations.filter(({ bug, file, from, to, by }) => {
  const path = join(copy, "src/bench", file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} no longer contains "${from}": update the list`);
  writeFileSync(path, text.replace(from, to));
  const survived = isGreen(by);
  writeFileSync(path, text);
  console.log(`${survived ? "SURVIVED" : "caught  "} ${bug} (${file})`);
  return survived;
});
const soundAgain = new Set(mutations.map(({ by }) => by)).values().every(isGreen);
rmSync(copy, { recursive: true });
if (!soundAgain) console.log("The tests are red without any bug.");
process.exitCode = survivors.length > 0 || !soundAgain ? 1 : 0;
