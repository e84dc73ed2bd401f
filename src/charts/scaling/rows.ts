import type { Outcome } from "../../bench/types.ts";
import type { Point } from "../lines/lines.ts";
import { type Entry, entries, namesOf } from "../parts/entries.ts";

/** One variant on growing numbers of workers: y is calls, or `per.what`, a second. */
export interface ScalingCurve {
  variant: string;
  index: number;
  points: Required<Point>[];
  /** the rate of the fewest workers, multiplied */
  ideal: Point[];
}

export interface ScalingView {
  entry: Entry;
  curves: ScalingCurve[];
}

/** Every parallel result, the reader's own first. */
export function scalingViews(outcome: Outcome): ScalingView[] {
  const found = entries(outcome, ({ parallel }) => (parallel?.points.length ?? 0) > 0);
  const names = namesOf(found.map(({ result }) => result.parallel?.points.map((p) => p.variant) ?? []));
  return found.map((entry) => ({
    entry,
    curves: names
      .map((variant, index) => ({ variant, index, points: pointsOf(entry, variant) }))
      .filter(({ points }) => points.length > 0)
      .map((curve) => ({ ...curve, ideal: idealOf(curve.points) })),
  }));
}

function pointsOf({ result: { parallel, bench } }: Entry, variant: string): Required<Point>[] {
  const each = bench.per?.count ?? 1;
  return (parallel?.points ?? [])
    .filter((point) => point.variant === variant)
    .map(({ workers, perSecond, interval: [low, high] }) => ({
      x: workers,
      y: perSecond * each,
      low: low * each,
      high: high * each,
    }))
    .sort((a, b) => a.x - b.x);
}

function idealOf(points: Point[]): Point[] {
  const [fewest] = points;
  return points.length > 1 ? points.map(({ x }) => ({ x, y: (fewest.y * x) / fewest.x })) : [];
}
