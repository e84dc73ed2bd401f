import type { LatencyVariant, Outcome, Quantile } from "../../bench/types.ts";
import type { Point } from "../lines/lines.ts";
import { type Entry, entries, namesOf } from "../parts/entries.ts";

/** Points of a percentile curve, at most: two pixels from each to the next. */
const POINTS = 160;

/** The latencies of one variant: x is `nines` of the share of calls, y the time in ns that they took at most. */
export interface LatencyCurve {
  name: string;
  index: number;
  points: Point[];
  quantiles: Quantile[];
  variant: LatencyVariant;
}

export interface LatencyView {
  entry: Entry;
  curves: LatencyCurve[];
  /** one step of the clock: no shorter time can be told from none */
  stepNs: number;
}

/** Where a share of calls stands on the axis: 90 % at 1, 99 % at 2, 99.9 % at 3, as in the plots of HdrHistogram. */
export function nines(share: number): number {
  return -Math.log10(1 - share);
}

/** Every result with latencies, the reader's own first. */
export function latencyViews(outcome: Outcome): LatencyView[] {
  const found = entries(
    outcome,
    ({ latencies }) => latencies?.variants.some(({ calls }) => calls > 0) ?? false,
  );
  const names = namesOf(found.map(({ result }) => result.latencies?.variants.map(({ name }) => name) ?? []));
  return found.map((entry) => {
    const stepNs = entry.result.environment.clock.resolutionUs * 1000;
    const variants = entry.result.latencies?.variants.filter(({ calls }) => calls > 0) ?? [];
    return {
      entry,
      stepNs,
      curves: variants.map((variant) => ({
        name: variant.name,
        index: names.indexOf(variant.name),
        points: curveOf(variant, stepNs),
        quantiles: variant.quantiles.filter(({ p }) => p < 1),
        variant,
      })),
    };
  });
}

/** The curve at even steps of its axis, up to the share that one call is; the slowest call ends it. */
function curveOf({ histogram, calls, maxNs }: LatencyVariant, stepNs: number): Point[] {
  const buckets = histogram.toSorted(([a], [b]) => a - b);
  const end = Math.max(nines(1 - 1 / calls), 1);
  const points: Point[] = [];
  let bucket = 0;
  let below = 0;
  for (let i = 0; i < POINTS; ++i) {
    const x = (end * i) / POINTS;
    const wanted = (1 - 10 ** -x) * calls;
    while (bucket < buckets.length - 1 && below + buckets[bucket][1] < wanted) below += buckets[bucket++][1];
    points.push({ x, y: Math.max(buckets[bucket]?.[0] ?? 0, stepNs) });
  }
  return corners([...points, { x: end, y: Math.max(maxNs, stepNs) }]);
}

/** Without the points inside a level stretch, which draw nothing. */
function corners(points: Point[]): Point[] {
  return points.filter(({ y }, i) => points[i - 1]?.y !== y || points[i + 1]?.y !== y);
}
