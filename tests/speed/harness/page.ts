import { bench, browserHost } from "../../../src/bench/index.ts";
import type { Comparison } from "../../../src/bench/types.ts";
import { type Pair, specOf } from "./pair.ts";

/** One comparison as the table needs it. */
export interface Compared extends Pick<Comparison, "verdict" | "ratio" | "interval" | "coverage"> {
  typicalNs: number[];
  /** standard deviation of ln(block ratio): what two lives of workers differ by */
  blockNoise: number;
  blocks: number;
  elapsedMs: number;
  /** longest task on the page meanwhile, ms; 0 where the browser does not tell */
  longestTaskMs: number;
  warnings: string[];
  /** ns per call of the first variant by one long measurement; for the test of bias only */
  shotNs?: number;
}

let longestTaskMs = 0;
if (PerformanceObserver.supportedEntryTypes.includes("longtask"))
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  }).observe({ type: "longtask" });

function deviation(xs: number[]): number {
  const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
  return Math.sqrt(xs.reduce((a, x) => a + (x - mean) ** 2, 0) / (xs.length - 1));
}

/** Runs one comparison with the protocol that readers get. */
async function compare(pair: Pair, seed: number): Promise<Compared> {
  longestTaskMs = 0;
  const host = browserHost({
    start: () => new Worker("worker.js"),
    captures: pair as unknown as Record<string, unknown>,
  });
  const run = bench(specOf(pair), { host, seed });
  for (;;) {
    const { done, value } = await run.next();
    if (!done) continue;
    const [{ verdict, ratio, interval, coverage, blocks }] = value.comparisons;
    const typicalNs = value.variants.map((v) => v.typicalNs);
    const warnings = value.warnings.map(({ code }) => code);
    return {
      verdict,
      ratio,
      interval,
      coverage,
      typicalNs,
      blockNoise: deviation(blocks.map(Math.log)),
      blocks: value.harness.blocks,
      elapsedMs: value.elapsedMs,
      longestTaskMs,
      warnings,
    };
  }
}

/** The first variant's time by one measurement of a second, in a worker of its own. */
function shoot(size: number): Promise<number> {
  const worker = new Worker("shot.js");
  return new Promise<number>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(size);
  }).finally(() => worker.terminate());
}

/** One trial: the comparison, and for a chain of given length, if asked, the shot beside it. */
async function trial(pair: Pair, seed: number, withShot: boolean): Promise<Compared> {
  const compared = await compare(pair, seed);
  return withShot ? { ...compared, shotNs: await shoot(pair.sizes?.[0] ?? 0) } : compared;
}

(globalThis as unknown as { trial: typeof trial }).trial = trial;
