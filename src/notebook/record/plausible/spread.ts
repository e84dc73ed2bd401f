import type { Result } from "../../../bench/types.ts";
import type { Finding, Rule } from "./finding.ts";

/** Step of the clock in µs from which equal times are no wonder: a slice is then 64 steps, give or take none. */
const COARSE_US = 1000;

/** Steps of the clock below which equal latencies are no wonder. */
const SHORT_STEPS = 20;

/** Equal times that are no coincidence any more. */
const MANY = 5;

/** Real times differ: a variant all of whose times are equal to the last digit was not measured. */
export const spread: Rule = (result) => {
  if (result.environment.clock.resolutionUs >= COARSE_US) return [];
  return groups(result).flatMap(({ field, times }): Finding[] => {
    const count = times.flat().length;
    if (count < MANY || times.some((group) => new Set(group).size > 1)) return [];
    return [
      { field, what: `all ${count} times are equal to the last digit: zero spread, which no machine has` },
    ];
  });
};

/** What should differ within each list, by variant. */
function groups({ variants, sweep, parallel, latencies, timeline, environment }: Result): {
  field: string;
  times: readonly unknown[][];
}[] {
  const ofPoints = (path: string, points: { variant: string; runs: number[] }[]) =>
    [...new Set(points.map(({ variant }) => variant))].map((variant) => ({
      field: `${path}[${points.findIndex((point) => point.variant === variant)}].runs`,
      times: points.filter((point) => point.variant === variant).map(({ runs }) => runs),
    }));
  return [
    ...variants.map(({ workers }, v) => ({
      field: `variants[${v}].workers`,
      times: [workers.flatMap(({ slices }) => slices)],
    })),
    ...ofPoints("sweep.points", sweep?.points ?? []),
    ...ofPoints("parallel.points", parallel?.points ?? []),
    ...(latencies?.variants ?? []).map(({ replicates, maxNs }, v) => ({
      field: `latencies.variants[${v}].replicates`,
      // calls of a few steps of the clock have few times to choose from
      times:
        maxNs < SHORT_STEPS * environment.clock.resolutionUs * 1000
          ? []
          : [replicates.map((row) => row.join())],
    })),
    ...(timeline?.variants ?? []).map(({ runs }, v) => ({
      field: `timeline.variants[${v}].runs`,
      times: [runs.map((bins) => bins.join())],
    })),
  ];
}
