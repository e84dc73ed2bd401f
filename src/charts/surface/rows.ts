import type { Outcome } from "../../bench/types.ts";
import { type Entry, entries, namesOf, perOne } from "../parts/entries.ts";

/** One variant at one pair of values, in ns per call or per `per.what`. */
export interface SurfaceCell {
  x: number;
  y: number;
  ns: number;
  low: number;
  high: number;
}

/** One variant in one result. */
export interface Surface {
  entry: Entry;
  variant: string;
  cells: SurfaceCell[];
}

/** The surfaces of an outcome and what they share. */
export interface Surfaces {
  surfaces: Surface[];
  xs: number[];
  ys: number[];
  xName: string;
  yName: string;
}

/** All surfaces of one variant, or of all: result by result, the reader's own first. Null if there are none. */
export function surfacesOf(outcome: Outcome, variant?: string): Surfaces | null {
  const found = entries(outcome, ({ sweep }) => sweep?.second != null && sweep.points.length > 0);
  const [lead] = found;
  if (!lead?.result.sweep?.second) return null;
  const names = namesOf(found.map(({ result }) => result.sweep?.points.map((p) => p.variant) ?? []));
  const wanted = names.filter((name) => variant === undefined || name === variant);
  const surfaces = found
    .flatMap((entry) => wanted.map((name) => ({ entry, variant: name, cells: cellsOf(entry, name) })))
    .filter(({ cells }) => cells.length > 0);
  if (surfaces.length === 0) return null;
  const values = (of: (cell: SurfaceCell) => number) =>
    [...new Set(surfaces.flatMap(({ cells }) => cells.map(of)))].sort((a, b) => a - b);
  return {
    surfaces,
    xs: values(({ x }) => x),
    ys: values(({ y }) => y),
    xName: lead.result.sweep.variable,
    yName: lead.result.sweep.second.variable,
  };
}

function cellsOf({ result }: Entry, variant: string): SurfaceCell[] {
  const { sweep } = result;
  const second = sweep?.second;
  if (!sweep || !second) return [];
  return sweep.points
    .filter((point) => point.variant === variant)
    .map(({ at, typicalNs, interval: [low, high] }) => ({
      x: at[sweep.variable],
      y: at[second.variable],
      ns: perOne(typicalNs, result),
      low: perOne(low, result),
      high: perOne(high, result),
    }));
}
