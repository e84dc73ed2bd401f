import { median } from "../../bench/statistics/interval.ts";
import type { Outcome, WorkerRecord } from "../../bench/types.ts";
import { type Entry, entries, namesOf, perOne } from "../parts/entries.ts";

/** One worker and its time: the median of its slices, in ns per call or per `per.what`. */
export interface WorkerTime {
  record: WorkerRecord;
  ns: number;
}

export interface VariantTimes {
  name: string;
  /** place among the variants of all results */
  index: number;
  typicalNs: number;
  interval: [number, number];
  /** the very first call in a fresh worker; of a whole call, not of one `per.what` */
  coldNs: number;
  workers: WorkerTime[];
}

/** What the workers of one result measured. */
export interface Measured {
  entry: Entry;
  variants: VariantTimes[];
}

/** Every result that kept its workers, the reader's own first. */
export function measuredBy(outcome: Outcome): Measured[] {
  const found = entries(outcome, ({ variants }) => variants.some(({ workers }) => workers.length > 0));
  const names = namesOf(found.map(({ result }) => result.variants.map(({ name }) => name)));
  return found.map((entry) => ({
    entry,
    variants: entry.result.variants
      .filter(({ workers }) => workers.length > 0)
      .map(({ name, workers, typicalNs, interval: [low, high], coldNs }) => ({
        name,
        index: names.indexOf(name),
        typicalNs: perOne(typicalNs, entry.result),
        interval: [perOne(low, entry.result), perOne(high, entry.result)],
        coldNs,
        workers: workers
          .filter(({ slices }) => slices.length > 0)
          .map((record) => ({ record, ns: perOne(median(record.slices), entry.result) })),
      })),
  }));
}
