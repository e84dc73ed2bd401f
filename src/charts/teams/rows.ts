import { callNs } from "../../bench/parallel/times.ts";
import type { Outcome } from "../../bench/types.ts";
import type { Point } from "../lines/lines.ts";
import { type Entry, entries, namesOf, perOne } from "../parts/entries.ts";

/** Every variant on the same number of workers: y is ns of a call, or of `per.what`, in its own worker. */
export interface TeamCurve {
  name: string;
  index: number;
  points: (Required<Point> & { variant: string })[];
}

export interface TeamView {
  entry: Entry;
  curves: TeamCurve[];
}

/** Every parallel result, the reader's own first; a variant stands where `at` puts its name. */
export function teamViews(outcome: Outcome, at: (variant: string) => number): TeamView[] {
  const found = entries(outcome, ({ parallel }) => (parallel?.points.length ?? 0) > 0);
  const names = namesOf(found.map(({ result }) => result.parallel?.workers.map(teamName) ?? []));
  return found.map((entry) => ({
    entry,
    curves: names
      .map((name, index) => ({ name, index, points: pointsOf(entry, name, at) }))
      .filter(({ points }) => points.length > 0),
  }));
}

function teamName(workers: number): string {
  return workers === 1 ? "1 worker" : `${workers} workers`;
}

function pointsOf({ result }: Entry, name: string, at: (variant: string) => number): TeamCurve["points"] {
  return (result.parallel?.points ?? [])
    .filter(({ workers }) => teamName(workers) === name)
    .map(({ variant, workers, perSecond, interval: [low, high] }) => {
      const ns = (rate: number) => perOne(callNs({ workers, perSecond: rate }), result);
      // the highest rate is the shortest time
      return { variant, x: at(variant), y: ns(perSecond), low: ns(high), high: ns(low) };
    })
    .sort((a, b) => a.x - b.x);
}
