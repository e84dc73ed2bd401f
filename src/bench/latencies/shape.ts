import {
  byKind,
  count,
  fraction,
  interval,
  listOf,
  notNegative,
  oneOf,
  positive,
  shape,
  text,
  tuple,
} from "../schema/schema.ts";
import type { LatencyResult } from "../types.ts";

/** `result.latencies`, but for the rules between its fields. */
export const latencyShape = shape({
  load: byKind({
    closed: { kind: oneOf("closed") },
    open: { kind: oneOf("open"), perSecond: positive },
  }),
  ms: positive,
  variants: listOf(
    shape({
      name: text,
      calls: count,
      histogram: listOf(tuple(notNegative, count)),
      quantiles: listOf(shape({ p: fraction, ns: notNegative, interval, coverage: fraction })),
      meanNs: notNegative,
      maxNs: notNegative,
      replicates: listOf(listOf(notNegative)),
    }),
  ),
});

/** Throws a TypeError with the path of the first field that contradicts another one. */
export function checkLatencies({ variants }: LatencyResult, path: string): void {
  for (const [v, { calls, histogram, quantiles, replicates }] of variants.entries()) {
    const at = `${path}.variants[${v}]`;
    const counted = histogram.reduce((sum, [, times]) => sum + times, 0);
    if (counted !== calls) {
      throw new TypeError(`${at}.histogram: it counts ${counted} calls, but there were ${calls}`);
    }
    const falling = histogram.findIndex(([bound], i) => i > 0 && bound <= histogram[i - 1][0]);
    if (falling >= 0) throw new TypeError(`${at}.histogram[${falling}]: its bound does not rise`);
    const short = replicates.findIndex((row) => row.length !== quantiles.length);
    if (short >= 0) {
      throw new TypeError(
        `${at}.replicates[${short}]: expected one time for each of ${quantiles.length} quantiles`,
      );
    }
  }
}
