import { YIELD_MS } from "../defaults.ts";
import type { SweepJob } from "../host.ts";
import { round } from "../statistics/round.ts";
import { callsFor, nextCalls } from "./grow.ts";
import type { Stopwatch } from "./stopwatch.ts";

/**
 * One point of a sweep: grows the batch until it fills a slice and the warm-up is over, then measures. The calls are
 * found anew in every worker, because calls of one point say nothing about those of the next.
 */
export async function sweepPoint(
  watch: Stopwatch,
  { sliceMs, slices }: Pick<SweepJob, "sliceMs" | "slices">,
  warmUpMs: number,
  rest: boolean,
): Promise<{ n: number; slices: number[] }> {
  const start = watch.now();
  let n = 1;
  let ms = watch.time(n);
  let rested = !rest;
  while ((ms < sliceMs && nextCalls(n, ms, sliceMs) > n) || watch.now() - start < warmUpMs) {
    if (ms < sliceMs) n = nextCalls(n, ms, sliceMs);
    if (!rested && watch.now() - start > warmUpMs / 2) {
      rested = true;
      await watch.sleep(YIELD_MS);
    }
    ms = watch.time(n);
  }
  n = ms > 0 ? callsFor(sliceMs, (ms * 1e6) / n) : n;
  return { n, slices: Array.from({ length: slices }, () => round((watch.time(n) * 1e6) / n)) };
}
