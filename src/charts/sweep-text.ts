import { list, time } from "./format.ts";
import type { Curve, SweepPanel, SweepRow } from "./sweep-rows.ts";
import { tickText } from "./ticks.ts";

/** What the figure shows in words: where each curve of the leading result starts, ends and peaks. */
export function sweepCaption(panels: SweepPanel[], variable: string, per: string): string {
  const [{ entry, curves }] = panels;
  const where = entry.own ? "On this machine" : `Recorded in ${entry.browser}`;
  const parts = curves
    .filter(({ points }) => points.length > 0)
    .map((curve) => course(curve, curves.length > 1));
  const grey = entry.own && panels.length > 1 ? " Grey in each panel: what it is to be compared with." : "";
  return `${where}, times per ${per} as ${variable} goes up: ${list(parts)}.${grey}`;
}

function course({ variant, points }: Curve, named: boolean): string {
  const [first, last] = [points[0], points[points.length - 1]];
  const peak = points.reduce((a, b) => (b.y > a.y ? b : a));
  const over = peak === first || peak === last ? "" : ` over ${at(peak)}`;
  return `${named ? `“${variant}” ` : ""}from ${at(first)}${over} to ${at(last)}`;
}

function at({ x, y }: SweepRow): string {
  return `${time(y)} (${tickText(x)})`;
}
