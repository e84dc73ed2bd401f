import { median } from "../../bench/statistics/interval.ts";
import type { Outcome } from "../../bench/types.ts";
import type { Point } from "../lines/lines.ts";
import { type Entry, entries, namesOf } from "../parts/entries.ts";

/** Bins that are drawn, at most; where a run has more, neighbours are drawn as one. */
const DRAWN = 125;
/** Rows that the table has for one variant, at most. */
const LISTED = 20;

/** Throughput of one variant: x in ms since the first call, y in calls, or `per.what`, a second. */
export interface Throughput {
  name: string;
  index: number;
  replicates: Point[][];
  middle: Point[];
  /** the same in fewer, wider bins: low and high are the slowest and the fastest replicate */
  listed: Required<Point>[];
}

export interface TimelineView {
  entry: Entry;
  curves: Throughput[];
  ms: number;
}

/** Every result over time, the reader's own first. */
export function timelineViews(outcome: Outcome): TimelineView[] {
  const found = entries(outcome, ({ timeline }) => (timeline?.variants.length ?? 0) > 0);
  const names = namesOf(found.map(({ result }) => result.timeline?.variants.map(({ name }) => name) ?? []));
  return found.map((entry) => {
    const { variants, binMs, ms } = entry.result.timeline ?? { variants: [], binMs: 1, ms: 0 };
    const each = entry.result.bench.per?.count ?? 1;
    return {
      entry,
      ms,
      curves: variants.map(({ name, runs }) => {
        const replicates = runs.map((bins) => ratesOf(merged(bins, DRAWN), binMs, each));
        return {
          name,
          index: names.indexOf(name),
          replicates,
          middle: middleOf(replicates),
          listed: middleOf(runs.map((bins) => ratesOf(merged(bins, LISTED), binMs, each))),
        };
      }),
    };
  });
}

/** Sums of as many neighbouring bins as leave at most `most` of them, with the number of bins in each. */
function merged(bins: number[], most: number): { calls: number; bins: number }[] {
  const width = Math.ceil(bins.length / most);
  return Array.from({ length: Math.ceil(bins.length / width) }, (_, i) => {
    const part = bins.slice(i * width, (i + 1) * width);
    return { calls: part.reduce((sum, calls) => sum + calls, 0), bins: part.length };
  });
}

/** Each rate in the middle of its bin. */
function ratesOf(parts: { calls: number; bins: number }[], binMs: number, each: number): Point[] {
  let start = 0;
  return parts.map(({ calls, bins }) => {
    const ms = bins * binMs;
    start += ms;
    return { x: start - ms / 2, y: (calls * each * 1000) / ms };
  });
}

/** Median, lowest and highest of the replicates in each bin that all of them have. */
function middleOf(replicates: Point[][]): Required<Point>[] {
  const shared = Math.min(...replicates.map(({ length }) => length));
  return Array.from({ length: shared }, (_, i) => {
    const ys = replicates.map((points) => points[i].y);
    return { x: replicates[0][i].x, y: median(ys), low: Math.min(...ys), high: Math.max(...ys) };
  });
}
