import type { Outcome } from "../../bench/types.ts";
import { type Entry, entries, perOne } from "../parts/entries.ts";

/** One variant at one value of the swept variable, in ns per call or per `per.what`. */
export interface SweepRow {
  x: number;
  y: number;
  low: number;
  high: number;
}

/** The curve of one variant in one result. */
export interface Curve {
  variant: string;
  /** place among the variants, which gives colour, dash and shape */
  index: number;
  points: SweepRow[];
}

/** What one browser measured: a panel of the figure. */
export interface SweepPanel {
  entry: Entry;
  curves: Curve[];
}

/** A panel for the reader's own result and one for each recorded one; variants keep their place in all. */
export function sweepPanels(outcome: Outcome): SweepPanel[] {
  const found = entries(outcome, ({ sweep }) => sweep !== null && !sweep.second);
  const variants = [
    ...new Set(found.flatMap(({ result }) => result.sweep?.points.map((p) => p.variant) ?? [])),
  ];
  return found.map((entry) => ({
    entry,
    curves: variants.map((variant, index) => ({ variant, index, points: rowsOf(entry, variant) })),
  }));
}

function rowsOf({ result }: Entry, variant: string): SweepRow[] {
  if (result.sweep === null) return [];
  const { variable, points } = result.sweep;
  return points
    .filter((point) => point.variant === variant)
    .map(({ at, typicalNs, interval: [low, high] }) => ({
      x: at[variable],
      y: perOne(typicalNs, result),
      low: perOne(low, result),
      high: perOne(high, result),
    }))
    .sort((a, b) => a.x - b.x);
}
