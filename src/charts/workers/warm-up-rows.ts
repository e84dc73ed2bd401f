import { median } from "../../bench/statistics/interval.ts";
import type { WorkerRecord } from "../../bench/types.ts";
import type { Point } from "../lines/lines.ts";
import { perOne } from "../parts/entries.ts";
import type { Measured, VariantTimes } from "./rows.ts";

/** One variant's warm-up: a curve for each worker, and the median of those. */
export interface WarmUp {
  name: string;
  index: number;
  typicalNs: number;
  coldNs: number;
  /** x in ms of calls since the worker's first, y in ns per call or per `per.what` */
  workers: Point[][];
  middle: Point[];
}

export function warmUps({ entry, variants }: Measured): WarmUp[] {
  return variants.map(({ name, index, typicalNs, coldNs, workers }: VariantTimes) => {
    const curves = workers.map(({ record }) =>
      course(record).map(({ x, y }) => ({ x, y: perOne(y, entry.result) })),
    );
    return { name, index, typicalNs, coldNs, workers: curves, middle: middleOf(curves) };
  });
}

/** Warm-up batches and then slices, each in the middle of the time it took; a batch too short for the clock is left out. */
function course({ n, warmUp, slices }: WorkerRecord): Point[] {
  let start = 0;
  return [...warmUp, ...slices.map((ns): [number, number] => [(n * ns) / 1e6, ns])].flatMap(([ms, ns]) => {
    const x = start + ms / 2;
    start += ms;
    return ms > 0 && ns > 0 ? [{ x, y: ns }] : [];
  });
}

/** The i-th batches of all workers by their medians, as far as half of the workers come. */
function middleOf(curves: Point[][]): Point[] {
  const longest = Math.max(0, ...curves.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => curves.flatMap((curve) => curve[i] ?? []))
    .filter((batch) => batch.length >= curves.length / 2)
    .map((batch) => ({ x: median(batch.map(({ x }) => x)), y: median(batch.map(({ y }) => y)) }));
}
