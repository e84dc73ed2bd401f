import { CONFIDENCE, MOST_PAIRS, QUANTILES, TAIL_CALLS } from "../defaults.ts";
import { estimate } from "../statistics/interval.ts";
import { round } from "../statistics/round.ts";
import type { LatencyVariant } from "../types.ts";
import { Histogram } from "./histogram.ts";

/**
 * A variant by the histograms of its replicates. Quantiles are never averaged: the estimate is that of all calls
 * together, and the quantiles of the replicates only give the order-statistic interval. That of p100 says how the
 * largest call of a replicate varies; the largest of all is its upper end.
 */
export function summariseLatencies(name: string, replicates: Histogram[]): LatencyVariant {
  const pooled = new Histogram();
  for (const replicate of replicates) pooled.merge(replicate);
  const reported = QUANTILES.filter((p) => isBacked(p, pooled.calls));
  const rows = replicates.map((replicate) => reported.map((p) => round(replicate.quantile(p))));
  return {
    name,
    calls: pooled.calls,
    histogram: pooled.toPairs(MOST_PAIRS),
    quantiles: reported.map((p, i) => {
      const ns = round(pooled.quantile(p));
      const { interval, coverage } = estimate(
        rows.map((row) => row[i]),
        CONFIDENCE,
      );
      return { p, ns, interval: holding(interval, ns), coverage };
    }),
    meanNs: round(pooled.mean),
    maxNs: round(pooled.max),
    replicates: rows,
  };
}

/** Ten calls beyond a quantile, or it is a guess: 1,000 in all for p99, 10,000 for p99.9. The largest is what it is. */
function isBacked(p: number, calls: number): boolean {
  return p === 1 || calls * (1 - p) >= TAIL_CALLS - 1e-6;
}

/**
 * The interval made to hold the pooled estimate, which with many replicates may lie outside; that only raises its
 * coverage.
 */
export function holding([low, high]: [number, number], value: number): [number, number] {
  return [Math.min(low, value), Math.max(high, value)];
}
