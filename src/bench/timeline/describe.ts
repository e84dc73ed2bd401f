import { median } from "../statistics/interval.ts";
import { time } from "../text/units.ts";
import type { Result, TimelineResult } from "../types.ts";

/** A bin with so much of the steady throughput counts as steady. */
const STEADY = 0.9;

/**
 * What a timeline found, in a sentence for each variant: the time of a call in the last quarter, and from when on half of
 * the replicates reached it within 10 %.
 */
export function describeTimeline({ timeline }: Result): string[] {
  return timeline?.variants.map(({ name, runs }) => sentence(timeline, name, runs)) ?? [];
}

function sentence({ ms, binMs }: TimelineResult, name: string, runs: number[][]): string {
  const typical = (runs[0] ?? []).map((_, bin) => median(runs.map((bins) => bins[bin] ?? 0)));
  const steady = median(typical.slice(-Math.ceil(typical.length / 4)));
  if (!(steady > 0)) return `${name}: too few calls ended to tell its speed.`;
  const first = typical.findIndex((calls) => calls >= STEADY * steady);
  const call = time((binMs * 1e6) / steady);
  const reached = first === 0 ? "from the first bin on" : `first after ${time(first * binMs * 1e6)}`;
  return `${name}: ${call} a call in the last quarter of ${ms.toLocaleString("en-GB")} ms; within 10 % of that ${reached}.`;
}
