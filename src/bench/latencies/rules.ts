import { CLOCK_STEPS } from "../defaults.ts";
import type { Rule } from "../warnings/evidence.ts";

/** Warnings on the times of single calls. */
export const latencyRules: Rule[] = [
  {
    code: "short-calls",
    test: ({ latencies, environment }) => {
      const stepNs = environment.clock.resolutionUs * 1000;
      // a tail that is long enough can be told, whatever the typical call is
      const short = latencies?.variants.filter(({ quantiles, meanNs }) => {
        const times = quantiles.filter(({ p }) => p < 1).map(({ ns }) => ns);
        return Math.max(...(times.length > 0 ? times : [meanNs])) < CLOCK_STEPS * stepNs;
      });
      return short?.map(({ name }) => name).join(", ") || false;
    },
    sentence: (found) =>
      `${found}: the calls, those of the tail included, are shorter than ${CLOCK_STEPS} steps of this clock, so single ` +
      "calls cannot be timed here, and the quantiles say more about the clock.",
    next:
      "Compare the variants in an experiment without latencies, which times many calls at once, or give each call more " +
      "work.",
  },
  {
    code: "overload",
    test: (e) => e.overloaded.join(", ") || false,
    sentence: (found) =>
      `${found}: calls came in faster than they were served, so the queue grew as long as the run lasted, and the ` +
      "latencies with it.",
    next: "Ask for fewer calls per second, or give each call less work.",
  },
];
