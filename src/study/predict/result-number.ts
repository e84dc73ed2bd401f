import { timesAt } from "../../bench/times.ts";
import type { Result } from "../../bench/types.ts";

/** Which number of an experiment's result. */
export interface ResultNumber {
  value: "time" | "ratio";
  /** variant */
  of: string;
  /** point of a sweep, `{ workers }` of a parallel run, `{ quantile }` of latencies (the median unless given) */
  at?: Record<string, number>;
}

/** A ratio, or ns per element; undefined if the result has no such number. */
export function resultNumber(result: Result, { value, of, at = {} }: ResultNumber): number | undefined {
  if (value === "ratio") return result.comparisons.find((c) => c.variant === of)?.ratio;
  const ns = timeOf(result, of, at);
  return ns === undefined ? undefined : ns / (result.bench.per?.count ?? 1);
}

function timeOf(result: Result, of: string, at: Record<string, number>): number | undefined {
  if (!result.latencies) return timesAt(result, of, at)?.typicalNs;
  const { quantile = 0.5 } = at;
  const variant = result.latencies.variants.find(({ name }) => name === of);
  return variant?.quantiles.find(({ p }) => p === quantile)?.ns;
}
