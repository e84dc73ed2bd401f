import { REFERENCE_CLOCK_MS } from "../defaults.ts";
import { median } from "../interval.ts";
import { round } from "../round.ts";
import type { Sink } from "./loop.ts";

const STEPS = 20_000;
const BATCHES = 6;

/** A chain of multiplications in registers: its time follows the processor's clock and nothing else. */
function chain(x: number): number {
  for (let i = 0; i < STEPS; ++i) x = (Math.imul(x ^ (x >>> 15), 0x2c1b3c6d) + 1) | 0;
  return x;
}

/**
 * ns per step of a kernel that no notebook changes, to tell a disturbed machine from a slow variant; null under a
 * clock too coarse for it. Runs after the slices, so that it disturbs none. The first batches warm it up.
 * The end of the chain goes to the sink, or the chain would be dead code.
 */
export function referenceNs(resolutionUs: number, sink: Sink): number | null {
  const resolutionMs = resolutionUs / 1000;
  if (resolutionMs > REFERENCE_CLOCK_MS) return null;
  const batchMs = Math.max(0.5, 32 * resolutionMs);
  const times: number[] = [];
  let x = 1;
  for (let i = 0; i < BATCHES; ++i) {
    const start = performance.now();
    let rounds = 0;
    let ms = 0;
    for (; ms < batchMs; ms = performance.now() - start) {
      x = chain(x);
      ++rounds;
    }
    times.push((ms * 1e6) / (rounds * STEPS));
  }
  sink.sum += x;
  return round(median(times.slice(BATCHES / 2)));
}
