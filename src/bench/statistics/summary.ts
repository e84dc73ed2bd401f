import { CONFIDENCE } from "../defaults.ts";
import type { Comparison, VariantResult, WorkerRecord } from "../types.ts";
import { isNearFloor } from "../warnings/near-floor.ts";
import { estimate, estimateRatio, median, shareConfidence } from "./interval.ts";
import { verdictOf } from "./verdict.ts";

/** A variant by its workers. */
export function summarise(name: string, coldNs: number, workers: WorkerRecord[]): VariantResult {
  const { median: typicalNs, interval, coverage } = estimate(timesOf(workers), CONFIDENCE);
  return { name, coldNs, workers, typicalNs, interval, coverage };
}

/** The time of each worker: the median of its slices. */
export function timesOf(workers: readonly WorkerRecord[]): number[] {
  return workers.map(({ slices }) => median(slices));
}

/** Everything against the baseline, but for pairs of which nothing can be said: both hardly longer than the loop. */
export function compareAll(
  variants: VariantResult[],
  baseline: number,
  sameWithin: number,
  floorNs: number,
): Comparison[] {
  const base = variants[baseline];
  const others = variants.filter((variant) => variant !== base);
  const confidence = shareConfidence(CONFIDENCE, others.length);
  return others
    .filter(({ typicalNs }) => !(isNearFloor(typicalNs, floorNs) && isNearFloor(base.typicalNs, floorNs)))
    .map(({ name, workers }) => {
      const [above, below] = [timesOf(workers), timesOf(base.workers)];
      const { median: ratio, interval, coverage } = estimateRatio(above, below, confidence);
      const blocks = above.map((time, block) => time / below[block]);
      const verdict = verdictOf(interval, sameWithin);
      return { variant: name, baseline: base.name, ratio, interval, coverage, verdict, blocks };
    });
}
