import { longerRun } from "../../../src/bench/experiment/longer.ts";
import { bench, browserHost } from "../../../src/bench/index.ts";
import { median } from "../../../src/bench/statistics/interval.ts";
import type { Host, Result } from "../../../src/bench/types.ts";
import type { Compared, RivalCompared, Trial } from "../../../src/site/acceptance/lines.ts";
import { type Subject, specOf } from "./pair.ts";
import type { RivalAnswer, RivalJob } from "./rivals.ts";

let longestTaskMs = 0;
if (PerformanceObserver.supportedEntryTypes.includes("longtask"))
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  }).observe({ type: "longtask" });

function deviation(xs: number[]): number {
  const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
  return Math.sqrt(xs.reduce((a, x) => a + (x - mean) ** 2, 0) / (xs.length - 1));
}

function partSetAside({ variants }: Result): number {
  const workers = variants.flatMap((variant) => variant.workers);
  const setAside = workers.flatMap((worker) => worker.setAside).length;
  return setAside / (setAside + workers.flatMap(({ slices }) => slices).length);
}

/** Worker runs whose slices differ by more than 5 % from the last batch of their warm-up. */
function partUnsettled({ variants }: Result): number {
  const workers = variants.flatMap((variant) => variant.workers);
  const unsettled = workers.filter(({ warmUp, slices }) => {
    const [, last] = warmUp[warmUp.length - 1];
    return Math.abs(Math.log(median(slices) / last)) > 0.05;
  });
  return workers.length === 0 ? 0 : unsettled.length / workers.length;
}

/** ms to start and end each worker of the last run */
let overheads: number[] = [];

/** Runs an experiment with the protocol that readers get. */
async function measure(subject: Subject, seed: number, blocks?: number, budgetMs?: number): Promise<Result> {
  const real = browserHost({
    start: () => new Worker("worker.js"),
    captures: subject as unknown as Record<string, unknown>,
  });
  overheads = [];
  const host: Host = {
    ...real,
    async run(job, signal) {
      const run = await real.run(job, signal);
      overheads.push(run.overheadMs);
      return run;
    },
  };
  const run = bench(specOf(subject), { host, seed, blocks, budgetMs });
  for (;;) {
    const { done, value } = await run.next();
    if (done) return value;
  }
}

/** What the table needs of a comparison; times in ns, to four digits. */
function compared(value: Result): Compared {
  const [comparison] = value.comparisons;
  const { verdict, ratio, interval, coverage, blocks } = comparison ?? {
    verdict: "refused",
    ratio: 1,
    interval: [1, 1],
    coverage: 0,
    blocks: [],
  };
  return {
    verdict,
    ratio: digits(ratio),
    interval: [digits(interval[0]), digits(interval[1])],
    coverage: digits(coverage),
    typicalNs: value.variants.map((v) => digits(v.typicalNs)),
    blockNoise: digits(deviation(blocks.map(Math.log)) || 0),
    blocks: value.harness.blocks,
    setAside: digits(partSetAside(value)),
    redone: value.discarded.length,
    elapsedMs: value.elapsedMs,
    spawnMs: digits(median(overheads)),
    unsettled: digits(partUnsettled(value)),
    longestTaskMs: Math.round(longestTaskMs),
    warnings: value.warnings.map(({ code }) => code),
  };
}

function digits(x: number): number {
  return Number(x.toPrecision(5));
}

/** Asks a fresh worker one question. */
function ask<T>(script: string, question: unknown): Promise<T> {
  const worker = new Worker(script);
  return new Promise<T>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

async function rival(job: RivalJob): Promise<RivalCompared> {
  const start = performance.now();
  const { ratio, differs, ns } = await ask<RivalAnswer>("rivals.js", job);
  return { ratio: digits(ratio), differs, ns: digits(ns), elapsedMs: Math.round(performance.now() - start) };
}

/** Time of the variant that is looked at beside four others, over its time alone. */
async function contaminated({ tool, seed }: Trial): Promise<RivalCompared> {
  const start = performance.now();
  const nsOf = async (beside: number) => {
    if (tool) return (await rival({ tool, subject: { beside }, seed })).ns;
    return (await measure({ beside }, seed)).variants[0].typicalNs;
  };
  const alone = await nsOf(0);
  const ns = await nsOf(4);
  const elapsedMs = Math.round(performance.now() - start);
  return { ratio: digits(ns / alone), differs: false, ns: digits(ns), elapsedMs };
}

async function trial(asked: Trial): Promise<Compared | RivalCompared> {
  const { test, pair, seed, tool } = asked;
  longestTaskMs = 0;
  if (test === "contamination") return contaminated(asked);
  if (tool) return rival({ tool, subject: pair, seed });
  const first = await measure(pair, seed);
  if (test === "longer" || test === "longer-half-percent") {
    const { blocks, budgetMs } = longerRun(first);
    return compared(await measure(pair, seed + 1, blocks, budgetMs));
  }
  if (test !== "bias") return compared(first);
  return { ...compared(first), shotNs: digits(await ask<number>("shot.js", pair.sizes?.[0])) };
}

(globalThis as unknown as { trial: typeof trial }).trial = trial;
