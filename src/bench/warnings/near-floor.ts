import { NEAR_FLOOR } from "../defaults.ts";
import { timelineTimes } from "../timeline/time-per-call.ts";
import type { TimelineResult } from "../types.ts";

/** Whether a time is hardly longer than a call that does nothing. */
export function isNearFloor(ns: number, floorNs: number): boolean {
  return ns < NEAR_FLOOR * floorNs;
}

/** Names of the variants of a timeline that are; false if there are none. */
export function nearFloorOverTime(timeline: TimelineResult, floorNs: number): string | false {
  const names = timeline.variants.map(({ name }) => name);
  return (
    names
      .filter((name) => isNearFloor(timelineTimes(timeline, name)?.typicalNs ?? Infinity, floorNs))
      .join(", ") || false
  );
}
