import { CONFIDENCE, SCALING_GATE } from "../defaults.ts";
import { estimateRatio } from "../statistics/interval.ts";
import type { ParallelResult } from "../types.ts";

/** Speed of two workers over one, from their paired calls per second. */
export function scalingOf(two: number[], one: number[]): NonNullable<ParallelResult["scaling2"]> {
  const { median: ratio, interval } = estimateRatio(two, one, CONFIDENCE);
  return { ratio, interval };
}

/** True if two workers that share nothing did nearly twice the work of one, so that the cores were free. */
export function hadFreeCores({ scaling2 }: Pick<ParallelResult, "scaling2">): boolean {
  return scaling2 !== null && scaling2.ratio >= SCALING_GATE;
}
