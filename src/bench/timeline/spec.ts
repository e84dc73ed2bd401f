import { BIN_MS, BIN_TICKS, LONGEST_LIFE_MS, MOST_BINS, TIMELINE_MS } from "../defaults.ts";
import type { TimelineSpec } from "../types.ts";

export interface FullTimelineSpec {
  ms: number;
  binMs: number;
}

/** Throws an error that names the field and the fix. */
export function readTimeline({ ms = TIMELINE_MS, binMs = BIN_MS }: TimelineSpec): FullTimelineSpec {
  if (!(ms > 0 && ms <= LONGEST_LIFE_MS)) {
    throw new RangeError(`timeline.ms: ${ms}; give more than 0 and at most ${LONGEST_LIFE_MS}`);
  }
  if (!(binMs > 0 && binMs <= ms / 2)) {
    throw new RangeError(`timeline.binMs: ${binMs}; give more than 0 and at most half of timeline.ms, ${ms}`);
  }
  return { ms, binMs };
}

/**
 * Whole bins, widened to 16 steps of the clock (a reading is then wrong by 6 % of a bin at most) and until the
 * record has room for them. At least two bins: under a coarse clock the time is then longer than asked.
 */
export function planBins(
  { ms, binMs }: FullTimelineSpec,
  resolutionUs: number,
  replicates: number,
): { bins: number; binMs: number } {
  const narrowest = Math.max((BIN_TICKS * resolutionUs) / 1000, (ms * replicates) / MOST_BINS);
  // to microseconds, so that the record says 3.2 and not 3.2000000000000006
  const wide = binMs >= narrowest ? binMs : Math.ceil(narrowest * 1000 - 1e-6) / 1000;
  return { bins: Math.max(2, Math.floor(ms / wide + 1e-9)), binMs: wide };
}
