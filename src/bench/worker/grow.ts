import { LINEAR_RANGE, LINEARITY_CALL_MS, LINEARITY_RETRIES, MAX_CALLS, YIELD_MS } from "../defaults.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** Calls to try next, 2 to 10 times as many, after `ms` for `n` of them fell short of `targetMs`. */
export function nextCalls(n: number, ms: number, targetMs: number): number {
  const factor = ms > 0 ? Math.min(10, Math.max(2, (1.2 * targetMs) / ms)) : 10;
  return Math.min(MAX_CALLS, Math.ceil(n * factor));
}

/** Calls that fill `targetMs` at the given ns per call. */
export function callsFor(targetMs: number, nsPerCall: number): number {
  return Math.min(MAX_CALLS, Math.max(1, Math.ceil((targetMs * 1e6) / nsPerCall)));
}

export interface Grown {
  n: number;
  nsPerCall: number;
  linearity: number | null;
}

/**
 * Finds the calls of a slice. A slice must be long enough twice running, since the first long one is often the
 * last slow one before compiled code arrives (nanobench calibrates twice for the same reason).
 */
export async function growSlice(watch: Stopwatch, targetMs: number): Promise<Grown> {
  let n = 1;
  let ms = watch.time(n);
  let longEnough = 0;
  let rested = false;
  while (longEnough < 2 && n < MAX_CALLS) {
    if (ms >= targetMs) ++longEnough;
    else {
      longEnough = 0;
      n = nextCalls(n, ms, targetMs);
    }
    if (longEnough === 1 && !rested) {
      rested = true;
      await watch.sleep(YIELD_MS);
    }
    if (longEnough < 2) ms = watch.time(n);
  }
  if (ms / n > LINEARITY_CALL_MS) return { n, nsPerCall: (ms * 1e6) / n, linearity: null };
  const double = compareWithDouble(watch, n, ms);
  const nsPerCall = (double.ms * 1e6) / (2 * n);
  return { n: nsPerCall > 0 ? callsFor(targetMs, nsPerCall) : MAX_CALLS, nsPerCall, linearity: double.ratio };
}

/**
 * Time of 2n calls over the time of n. A ratio outside the range is looked at again, up to three times, by the shortest
 * readings of either: minima are no estimate, but an alarm must not ring for every neighbour on the machine.
 */
function compareWithDouble(watch: Stopwatch, n: number, ms: number): { ms: number; ratio: number } {
  let single = ms;
  let double = watch.time(2 * n);
  for (let i = 0; i < LINEARITY_RETRIES && !isLinear(double / single); ++i) {
    single = Math.min(single, watch.time(n));
    double = Math.min(double, watch.time(2 * n));
  }
  return { ms: double, ratio: double / single };
}

export function isLinear(ratio: number): boolean {
  return ratio >= LINEAR_RANGE[0] && ratio <= LINEAR_RANGE[1];
}
