import { median } from "../../bench/statistics/interval.ts";
import { perOne } from "../parts/entries.ts";
import type { Measured, WorkerTime } from "./rows.ts";

/** One slice in the order of the run. */
export interface Slice {
  /** worker runs before it, and how far it is through its own */
  x: number;
  /** its time over the typical time of its variant */
  y: number;
  /** which worker run it belongs to, from 0 */
  run: number;
}

export interface VariantSlices {
  name: string;
  index: number;
  slices: Slice[];
  /** largest over smallest slice of one worker, median over workers; null if every worker has one slice */
  within: number | null;
  /** slowest over fastest worker */
  across: number;
}

export interface Run {
  variants: VariantSlices[];
  /** place in the order of the run at which each block begins */
  blocks: number[];
  /** worker runs in all */
  length: number;
}

/** Lays the worker runs of all variants side by side in the order in which they ran. */
export function sliceRun({ entry, variants }: Measured): Run {
  const order = variants
    .flatMap(({ workers }) => workers)
    .sort(({ record: a }, { record: b }) => a.block - b.block || a.position - b.position);
  const place = new Map(order.map((worker, i) => [worker, i]));
  const starts = new Map(order.map(({ record }, i) => [record.block, i] as const).toReversed());
  return {
    length: order.length,
    blocks: [...starts.values()].sort((a, b) => a - b),
    variants: variants.map(({ name, index, typicalNs, workers }) => ({
      name,
      index,
      slices: workers.flatMap((worker) => {
        const run = place.get(worker) ?? 0;
        const { slices } = worker.record;
        return slices.map((ns, i) => ({
          run,
          x: run + (i + 0.5) / slices.length,
          y: perOne(ns, entry.result) / typicalNs,
        }));
      }),
      within: within(workers),
      across: largestOverSmallest(workers.map(({ ns }) => ns)),
    })),
  };
}

function within(workers: WorkerTime[]): number | null {
  const spreads = workers
    .filter(({ record }) => record.slices.length > 1)
    .map(({ record }) => largestOverSmallest(record.slices));
  return spreads.length > 0 ? median(spreads) : null;
}

function largestOverSmallest(values: number[]): number {
  return Math.max(...values) / Math.min(...values);
}
