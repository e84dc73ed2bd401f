import { BIN_TICKS, MOST_BINS } from "../defaults.ts";
import type { Rule } from "../warnings/evidence.ts";

/** Warnings on throughput over time. */
export const timelineRules: Rule[] = [
  {
    code: "wide-bins",
    test: ({ timeline, widenedFromMs }) =>
      timeline !== null && widenedFromMs !== null && `${timeline.binMs} ms, not ${widenedFromMs} ms`,
    sentence: (found) =>
      `The bins are ${found}: narrower ones would be below ${BIN_TICKS} steps of the clock, or too many for a record.`,
    next:
      `Ask for wider bins or a shorter time (at most ${MOST_BINS} bins in all replicates together), or serve the page ` +
      "isolated (COOP and COEP headers), which makes its clock finer.",
  },
];
