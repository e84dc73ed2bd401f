import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import { type Axes, drawPanels, type Panel, type Tick } from "../lines/panels.ts";
import { perWhat, placeOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { widthOf } from "../parts/fit.ts";
import { exact, time } from "../parts/format.ts";
import { type Scale, scale, scaleType, timeScale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { tickText } from "../parts/ticks.ts";
import { gateNote } from "../scaling/gate-note.ts";
import { type TeamView, teamViews } from "./rows.ts";

export interface TeamPlotOptions {
  /** name of the x axis */
  x: string;
  /** where a variant stands on it, from its name; the number that the name begins with unless given */
  at?: (variant: string) => number;
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * Time of a call in its own worker against what the variants of a parallel run differ in, a line for each number of workers, a
 * panel for each browser. Where the cores were not free a sentence over the drawing says so.
 */
export function teamPlot(outcome: Outcome, options: TeamPlotOptions): HTMLElement {
  const views = teamViews(outcome, options.at ?? Number.parseFloat);
  if (views.length === 0) return emptyFigure();
  const per = perWhat(outcome);
  return figure({
    label: `Line chart: time per ${per} against ${options.x}`,
    caption: options.caption ?? caption(views[0], per),
    notes: [...inputNotes(outcome), ...views.flatMap(({ entry }) => gateNote(entry))],
    draw: (layout) => drawPanels(views.map(panel), axesOf(views, per, options.x), layout),
    table: tableView(
      `Times per ${per}`,
      [
        { head: "result" },
        { head: "workers" },
        { head: options.x, number: true },
        { head: `time (ns per ${per})`, number: true },
        { head: "from (ns)", number: true },
        { head: "to (ns)", number: true },
      ],
      views.flatMap(lines),
    ),
  });
}

function axesOf(views: TeamView[], per: string, x: string): Axes {
  const points = views.flatMap(({ curves }) => curves.flatMap((curve) => curve.points));
  const xs = [...new Set(points.map(({ x }) => x))];
  const across = scale(scaleType(xs), xs);
  return {
    x: across,
    y: timeScale(
      "linear",
      points.map(({ high }) => high),
    ),
    xLabel: `${x} →`,
    yLabel: `↑ ns per ${per}`,
    yTick: exact,
    xTicks: (width) => ticksAt(across, width),
    shapes: true,
  };
}

/** A tick at every variant; of two whose numbers would touch, the larger keeps its own. */
function ticksAt({ values, at }: Scale, width: number): Tick[] {
  const kept: Tick[] = [];
  let edge = Number.POSITIVE_INFINITY;
  for (const value of values.toSorted((a, b) => b - a)) {
    const words = tickText(value);
    const half = widthOf(words) / 2;
    if (at(value) * width + half > edge) continue;
    kept.unshift({ at: value, words });
    edge = at(value) * width - half;
  }
  return kept;
}

function panel({ entry, curves }: TeamView): Panel {
  return { title: titleOf(entry), own: entry.own, lines: curves, behind: [] };
}

function caption({ entry, curves }: TeamView, per: string): string {
  const parts = curves.map(({ name, points }) => {
    const [first, last] = [points[0], points[points.length - 1]];
    return `${name}: ${time(first.y)} at “${first.variant}”, ${time(last.y)} at “${last.variant}”`;
  });
  return `${placeOf(entry)}, time of one ${per} in its own worker; ${parts.join("; ")}.`;
}

function lines({ entry, curves }: TeamView): string[][] {
  return curves.flatMap(({ name, points }) =>
    points.map(({ x, y, low, high }) => [titleOf(entry), name, tickText(x), ...[y, low, high].map(exact)]),
  );
}
