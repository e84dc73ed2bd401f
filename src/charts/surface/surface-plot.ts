import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import { perWhat, placeOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact, list, time } from "../parts/format.ts";
import { tableView } from "../parts/table.ts";
import { tickText } from "../parts/ticks.ts";
import { drawSurfaces } from "./drawing.ts";
import { type Surface, type SurfaceCell, type Surfaces, surfacesOf } from "./rows.ts";

export interface SurfacePlotOptions {
  /** the variant to show; a heat map for each one unless given */
  variant?: string;
  /** names of the axes; the swept variables' own names unless given */
  x?: string;
  y?: string;
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * A sweep of two variables as heat maps on one scale: the first variable across, the second up, a map for each variant
 * and browser. Cells carry their times where they fit; a legend gives the ends of the scale and the unit.
 */
export function surfacePlot(outcome: Outcome, options: SurfacePlotOptions = {}): HTMLElement {
  const all = surfacesOf(outcome, options.variant);
  if (all === null) return emptyFigure();
  const per = perWhat(outcome);
  const [x, y] = [options.x ?? all.xName, options.y ?? all.yName];
  return figure({
    label: `Heat map: time per ${per} by ${x} and ${y}`,
    caption: options.caption ?? caption(all, per, x, y),
    notes: inputNotes(outcome),
    draw: (layout) => drawSurfaces(all, `↑ ${y}`, `${x} →`, layout),
    table: tableView(
      `Times per ${per}`,
      [
        { head: "result" },
        { head: "variant" },
        { head: x, number: true },
        { head: y, number: true },
        { head: `time (ns per ${per})`, number: true },
        { head: "from (ns)", number: true },
        { head: "to (ns)", number: true },
      ],
      all.surfaces.flatMap(lines),
    ),
  });
}

function caption({ surfaces }: Surfaces, per: string, x: string, y: string): string {
  const [{ entry }] = surfaces;
  const parts = surfaces
    .filter((surface) => surface.entry === entry)
    .map(({ variant, cells }) => {
      const least = cells.reduce((a, b) => (b.ns < a.ns ? b : a));
      const most = cells.reduce((a, b) => (b.ns > a.ns ? b : a));
      const at = (cell: SurfaceCell) =>
        `${time(cell.ns)} (${x} ${tickText(cell.x)}, ${y} ${tickText(cell.y)})`;
      return `“${variant}” ${at(least)} to ${at(most)}`;
    });
  return `${placeOf(entry)}, time per ${per}: ${list(parts)}.`;
}

function lines({ entry, variant, cells }: Surface): string[][] {
  return cells.map(({ x, y, ns, low, high }) => [
    titleOf(entry),
    variant,
    x.toLocaleString("en-GB"),
    y.toLocaleString("en-GB"),
    ...[ns, low, high].map(exact),
  ]);
}
