import { LONG_YIELD_MS } from "../defaults.ts";
import type { TogetherJob } from "../host.ts";
import { sweepPoint } from "./slices.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** Calls, and the ms that they took by this worker's own clock. */
export interface Counted {
  calls: number;
  ms: number;
}

/**
 * Warms up, waits for the other workers and counts calls until the common end. The workers wait asleep: a spinning one
 * would keep a core from those still warming up. What comes first is not counted, since two workers share one core
 * until the scheduler has moved one (runs below 20 ms showed no parallelism at all).
 * @param start tells the others that this worker is warm, and resolves with the common start by this worker's clock
 */
export async function runSideBySide(
  watch: Stopwatch,
  { ms, uncountedMs, batchMs, warmUpMs }: TogetherJob,
  start: () => Promise<number>,
): Promise<Counted> {
  const { n } = await sweepPoint(watch, { sliceMs: batchMs, slices: 0 }, warmUpMs, true);
  // optimised code arrives late when the other workers keep the cores busy
  await watch.sleep(LONG_YIELD_MS);
  const told = await start();
  const now = watch.now();
  // a worker that woke late, or whose clock differs from the page's, may shift its window, but not lose it
  const startMs = Math.min(now, Math.max(told, now - uncountedMs));
  return countCalls(watch, n, startMs + uncountedMs, startMs + ms);
}

/**
 * Calls in batches of n from one moment to another. A worker that lost its core before counts for half that time at least,
 * since the rate of a single batch says nothing.
 */
export function countCalls(watch: Stopwatch, n: number, fromMs: number, untilMs: number): Counted {
  let first = watch.now();
  while (first < fromMs) {
    watch.time(n);
    first = watch.now();
  }
  const endMs = Math.max(untilMs, first + (untilMs - fromMs) / 2);
  let calls = 0;
  let now = first;
  while (now < endMs) {
    watch.time(n);
    calls += n;
    now = watch.now();
  }
  return { calls, ms: now - first };
}
