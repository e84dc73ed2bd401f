import { median } from "../statistics/interval.ts";
import type { TimelineResult } from "../types.ts";

/** ns per call of each replicate: all its time over all its calls, infinite if none ended. */
export function timesPerCall({ ms, variants }: TimelineResult, name: string): number[] | undefined {
  const variant = variants.find((v) => v.name === name);
  return variant?.runs.map((bins) => (ms * 1e6) / bins.reduce((sum, calls) => sum + calls, 0));
}

/** Times as claims want them; nothing if there is no such variant, or if it ended no call in some replicate. */
export function timelineTimes(
  timeline: TimelineResult,
  name: string,
): { times: number[]; typicalNs: number } | undefined {
  const times = timesPerCall(timeline, name);
  if (!times?.every(Number.isFinite)) return undefined;
  return { times, typicalNs: median(times) };
}
