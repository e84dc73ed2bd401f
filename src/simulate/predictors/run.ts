import type { Trace } from "../traces/index.ts";
import type { Predictor } from "./predictor.ts";

/** How well a predictor did on a trace. */
export interface PredictorRun {
  name: string;
  branches: number;
  misses: number;
  /** mispredictions per 1,000 branches */
  missesPer1000: number;
  /** fraction predicted correctly */
  accuracy: number;
  /** the same in each of the stretches that `points` cuts the trace into, at the end of each */
  series: { at: number; accuracy: number }[];
}

/** Runs a fresh predictor over the trace. `points` is the most points the series may have. */
export function run({ pcs, taken }: Trace, predictor: Predictor, { points = 100 } = {}): PredictorRun {
  const branches = pcs.length;
  const stretch = Math.max(1, Math.ceil(branches / points));
  const series: PredictorRun["series"] = [];
  let misses = 0;
  let before = 0;
  let start = 0;
  for (let i = 0; i < branches; ++i) {
    const outcome = taken[i] === 1;
    if (predictor.predict(pcs[i]) !== outcome) ++misses;
    predictor.update(pcs[i], outcome);
    const at = i + 1;
    if (at - start === stretch || at === branches) {
      series.push({ at, accuracy: 1 - (misses - before) / (at - start) });
      before = misses;
      start = at;
    }
  }
  return {
    name: predictor.name,
    branches,
    misses,
    missesPer1000: (1000 * misses) / branches,
    accuracy: 1 - misses / branches,
    series,
  };
}
