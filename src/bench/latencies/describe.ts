import { time } from "../text/units.ts";
import type { LatencyVariant, Result } from "../types.ts";

/** What latencies found, in a sentence for each variant: the quantiles reported, and the longest call. */
export function describeLatencies({ latencies }: Result): string[] {
  return latencies?.variants.map(sentence) ?? [];
}

function sentence({ name, calls, quantiles, maxNs }: LatencyVariant): string {
  const known = quantiles
    .filter(({ p }) => p < 1)
    .map(
      ({ p, ns }) => `${p === 0.5 ? "half" : `${Number((100 * p).toPrecision(4))} %`} at most ${time(ns)}`,
    );
  return `${name}: ${calls.toLocaleString("en-GB")} calls, ${[...known, `the longest ${time(maxNs)}`].join(", ")}.`;
}
