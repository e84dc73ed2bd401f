import { CLOCK_STEPS, CONFIDENCE } from "../defaults.ts";
import { type Estimate, estimateRatio } from "../statistics/interval.ts";
import type { Claim, Result } from "../types.ts";
import { holding } from "./summary.ts";

/**
 * The ratio of a quantile of `of` to one of `over`: `at: { quantile: 0.99 }`, the median unless given. The estimate
 * is that of the pooled quantiles, the interval that of the ratios of the replicates. Null if either was not
 * reported, or if both are so short that the clock tells little of them. A time below one step of the clock counts
 * as one step.
 */
export function latencyRatio({ of, at, overAt = at }: Claim, over: string, result: Result): Estimate | null {
  const [above, below] = [quantileOf(result, of, at), quantileOf(result, over, overAt)];
  if (!above || !below || above.times.length !== below.times.length) return null;
  const stepNs = result.environment.clock.resolutionUs * 1000;
  if (Math.max(above.ns, below.ns) < CLOCK_STEPS * stepNs) return null;
  const seen = (ns: number) => Math.max(ns, stepNs);
  const ratios = estimateRatio(above.times.map(seen), below.times.map(seen), CONFIDENCE);
  const ratio = seen(above.ns) / seen(below.ns);
  return { ...ratios, median: ratio, interval: holding(ratios.interval, ratio) };
}

function quantileOf(
  { latencies }: Result,
  name: string,
  at: Record<string, number> = {},
): { ns: number; times: number[] } | null {
  const { quantile = 0.5 } = at;
  const variant = latencies?.variants.find((v) => v.name === name);
  const i = variant?.quantiles.findIndex(({ p }) => p === quantile) ?? -1;
  if (!variant || i < 0) return null;
  return { ns: variant.quantiles[i].ns, times: variant.replicates.map((row) => row[i]) };
}
