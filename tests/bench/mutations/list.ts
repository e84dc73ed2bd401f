/** One-line bugs in the harness, each of which must turn a test red: a suite that lets one pass does not test what it says. */

export interface Mutation {
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

export const mutations: Mutation[] = [
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
    "discarded.length < REDOS",
    "discarded.length < 2 * REDOS",
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
  bug(
    "browser-host",
    "workers stay alive",
    "browser-host.ts",
    "for (const worker of workers) worker.terminate();",
    "",
  ),
  bug(
    "parallel/team",
    "only the first worker ends",
    "browser-host.ts",
    "of workers) worker.terminate();",
    "of workers.slice(0, 1)) worker.terminate();",
  ),
  bug("parallel/team", "calls before the window count", "worker/side-by-side.ts", "first < fromMs", "false"),
  bug(
    "parallel/team",
    "every worker makes its input",
    "worker/team.ts",
    "worker === 0 || !spec.setup",
    "true",
  ),
  bug(
    "parallel/parallel",
    "clocks of others are believed",
    "worker/side-by-side.ts",
    "Math.max(told, now - uncountedMs)",
    "told",
  ),
  bug("parallel/parallel", "one worker's calls only", "parallel/sets.ts", "total + (calls", "(calls"),
  bug(
    "parallel/parallel",
    "gate upside down",
    "parallel/parallel.ts",
    "scalingOf(two, one)",
    "scalingOf(one, two)",
  ),
  bug(
    "parallel/claims",
    "busy cores decide claims",
    "claims.ts",
    "result.parallel === null || hadFreeCores(result.parallel)",
    "true",
  ),
  bug(
    "surface",
    "claims read at the first variable",
    "claims.ts",
    "variables.every(",
    "variables.slice(0, 1).every(",
  ),
  bug("browser-host", "hidden tabs measure", "browser-host.ts", "await whenVisible(signal);", ""),
  bug("schema", "inherited names are fields", "schema.ts", "!Object.hasOwn(fields, key)", "!(key in fields)"),
  bug("schema", "names of prototypes pass", "schema.ts", "if (reserved)", "if (false)"),
  bug("foreign", "methods travel bare", "foreign/spec-text.ts", "EXPRESSION.test(text)", "true"),
  bug("foreign", "no second address", "foreign/start.ts", "[blob, data]", "[blob]"),
  bug("clock", "half steps believed", "browser/clock.ts", "step === sorted[i + 1]", "true"),
];
