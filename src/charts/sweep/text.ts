import { placeOf } from "../parts/entries.ts";
import { list, time } from "../parts/format.ts";
import { tickText } from "../parts/ticks.ts";
import type { Curve, SweepPanel, SweepRow } from "./rows.ts";

/** A curve that stays within this factor is called flat, and a peak is one if it rises by it over both ends. */
const NOTABLE = 1.2;

/** What the figure shows in words: how each curve of the leading result runs, in numbers. */
export function sweepCaption(panels: SweepPanel[], variable: string, per: string): string {
  const [{ entry, curves }] = panels;
  const parts = curves
    .filter(({ points }) => points.length > 0)
    .map((curve) => course(curve, curves.length > 1));
  const grey =
    entry.own && panels.length > 1 ? " Grey: the recorded curves behind yours, yours behind theirs." : "";
  return `${placeOf(entry)}, time per ${per} by ${variable}: ${parts.join("; ")}.${grey}`;
}

function course({ variant, points }: Curve, named: boolean): string {
  const name = named ? `“${variant}” ` : "";
  const low = points.reduce((a, b) => (b.y < a.y ? b : a));
  const peak = points.reduce((a, b) => (b.y > a.y ? b : a));
  const [first, last] = [points[0], points[points.length - 1]];
  if (peak.y / low.y < NOTABLE)
    return `${name}${[...new Set([time(low.y), time(peak.y)])].join(" to ")} throughout`;
  const peaked = peak.y > NOTABLE * Math.max(first.y, last.y);
  return name + list([first, ...(peaked ? [peak] : []), last].map(at));
}

function at({ x, y }: SweepRow): string {
  return `${time(y)} at ${tickText(x)}`;
}
