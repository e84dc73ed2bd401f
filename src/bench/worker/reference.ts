import { REFERENCE_CLOCK_MS, REFERENCE_MS } from "../defaults.ts";
import { median } from "../interval.ts";
import { round } from "../round.ts";
import type { Sink } from "./loop.ts";

/** Steps between two readings of the clock: about 35 us in optimised code. */
export const CHAIN_STEPS = 20_000;

/** ms until the chain is compiled, and ms of the batches whose median counts. */
const COMPILING_MS = 1;
const BATCHES_MS = REFERENCE_MS - COMPILING_MS;

/** A batch is as long as that, and so many steps of the clock. */
const BATCH_MS = 0.35;
const BATCH_TICKS = 16;

/** A chain of multiplications in registers: its time follows the processor's clock and nothing else. */
export function chain(x: number): number {
  for (let i = 0; i < CHAIN_STEPS; ++i) x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 1) | 0;
  return x;
}

/**
 * ns per step of a kernel that no notebook changes, to tell a disturbed machine from a slow variant; null under a
 * clock too coarse for it. Runs after the slices, so that it disturbs none. The median of several batches, since one
 * batch of 1 ms varies by 2 to 5 % on a quiet machine. The end of the chain goes to the sink, or the chain would
 * be dead code.
 */
export function referenceNs(resolutionUs: number, sink: Sink): number | null {
  const resolutionMs = resolutionUs / 1000;
  if (resolutionMs > REFERENCE_CLOCK_MS) return null;
  const batchMs = Math.max(BATCH_MS, BATCH_TICKS * resolutionMs);
  timeBatch(COMPILING_MS, sink);
  const times: number[] = [];
  for (let i = 0; i < BATCHES_MS / batchMs; ++i) times.push(timeBatch(batchMs, sink));
  return round(median(times));
}

/** ns per step over at least `batchMs`. */
function timeBatch(batchMs: number, sink: Sink): number {
  const start = performance.now();
  let x = 1;
  let rounds = 0;
  let ms = 0;
  for (; ms < batchMs; ms = performance.now() - start) {
    x = chain(x);
    ++rounds;
  }
  sink.sum += x;
  return (ms * 1e6) / (rounds * CHAIN_STEPS);
}
