import type { ParallelResult } from "../types.ts";

/** Times of one variant on one number of workers, in ns per call. */
export interface TeamTimes {
  /** of all workers together, one for each replicate: a second over calls per second */
  times: number[];
  /** a call's own time, in one worker */
  typicalNs: number;
}

export function teamTimes(
  { points }: ParallelResult,
  variant: string,
  workers: number | undefined,
): TeamTimes | undefined {
  const point = points.find((p) => p.variant === variant && p.workers === workers);
  return (
    point && {
      times: point.runs.map((perSecond) => 1e9 / perSecond),
      typicalNs: callNs(point),
    }
  );
}

/** ns of a call in its own worker. */
export function callNs({ workers, perSecond }: { workers: number; perSecond: number }): number {
  return (workers * 1e9) / perSecond;
}
