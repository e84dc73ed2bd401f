import { teamTimes } from "./parallel/times.ts";
import { timesOf } from "./statistics/summary.ts";
import { timelineTimes } from "./timeline/time-per-call.ts";
import type { Result } from "./types.ts";

/**
 * Times of one variant in ns per call, one for each block or replicate, and its typical time: at one point of a sweep
 * (`at` names every swept variable) or on so many workers (`at: { workers }`, the time of all together). Undefined if that
 * was not measured. Latencies have quantiles instead.
 */
export function timesAt(
  { sweep, parallel, timeline, variants }: Result,
  name: string,
  at: Record<string, number> = {},
): { times: number[]; typicalNs: number } | undefined {
  if (parallel) return teamTimes(parallel, name, at.workers);
  if (timeline) return timelineTimes(timeline, name);
  if (!sweep) {
    const variant = variants.find((v) => v.name === name);
    return variant && { times: timesOf(variant.workers), typicalNs: variant.typicalNs };
  }
  const variables = [sweep.variable, ...(sweep.second ? [sweep.second.variable] : [])];
  const point = sweep.points.find((p) => p.variant === name && variables.every((v) => p.at[v] === at[v]));
  return point && { times: point.runs, typicalNs: point.typicalNs };
}
