import { type Markish, text } from "@observablehq/plot";
import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import type { Facet } from "../lines/lines.ts";
import { type Axes, drawPanels, type Panel } from "../lines/panels.ts";
import { perWhat, placeOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact, many, manyTick, ratio } from "../parts/format.ts";
import { scale, scaleType } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { tickText } from "../parts/ticks.ts";
import { gateNote } from "./gate-note.ts";
import { type ScalingView, scalingViews } from "./rows.ts";

export interface ScalingPlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * Calls per second of all workers together against the number of workers, with the line that perfect scaling would
 * follow; a panel for each browser. Where the cores were not free a sentence over the drawing says so.
 */
export function scalingPlot(outcome: Outcome, options: ScalingPlotOptions = {}): HTMLElement {
  const views = scalingViews(outcome);
  if (views.length === 0) return emptyFigure();
  const what = `${perWhat(outcome)}s`;
  const axes = axesOf(views, what);
  return figure({
    label: `Line chart: ${what} per second against number of workers`,
    caption: options.caption ?? caption(views[0], what),
    notes: [...inputNotes(outcome), ...views.flatMap(({ entry }) => gateNote(entry))],
    draw: (layout) => drawPanels(views.map(panel), axes, layout),
    table: tableView(
      `${what} per second of all workers together`,
      [
        { head: "result" },
        { head: "variant" },
        { head: "workers", number: true },
        { head: `${what} per second`, number: true },
        { head: "from", number: true },
        { head: "to", number: true },
        { head: "of the fewest workers (×)", number: true },
      ],
      views.flatMap(lines),
    ),
  });
}

function axesOf(views: ScalingView[], what: string): Axes {
  const curves = views.flatMap((view) => view.curves);
  const workers = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))];
  const top = Math.max(
    ...curves.flatMap(({ points, ideal }) => [...points.map(({ high }) => high), ...ideal.map(({ y }) => y)]),
  );
  // one number of workers still needs an axis
  const ends: [number, number] = [Math.min(...workers), Math.max(...workers, Math.min(...workers) + 1)];
  return {
    x: scale(scaleType(workers), workers, ends),
    // room for a word over the end of the steepest line
    y: scale("linear", [], [0, top * 1.12]),
    xLabel: "workers →",
    yLabel: `↑ ${what} per second, all workers together`,
    yTick: manyTick,
    xTicks: workers.length <= 6 ? () => workers.map((at) => ({ at, words: tickText(at) })) : undefined,
    shapes: true,
    left: 50,
  };
}

function panel({ entry, curves }: ScalingView): Panel {
  const ideals = curves.map(({ ideal }) => ideal).filter((ideal) => ideal.length > 0);
  return {
    title: titleOf(entry),
    own: entry.own,
    lines: curves.map(({ variant, index, points }) => ({ name: variant, index, points })),
    behind: [],
    guides: ideals,
    marks: (facet) => idealName(ideals, facet),
  };
}

/** "ideal" over the end of the steepest ideal line. */
function idealName(ideals: { x: number; y: number }[][], facet: Facet): Markish[] {
  const ends = ideals.map((ideal) => ideal[ideal.length - 1]);
  if (ends.length === 0) return [];
  const top = ends.reduce((a, b) => (b.y > a.y ? b : a));
  return [
    text(["ideal"], {
      x: top.x,
      y: top.y,
      ...facet,
      text: (words: string) => words,
      textAnchor: "end",
      dx: -2,
      dy: -9,
      className: "hp-quiet",
    }),
  ];
}

function caption({ entry, curves }: ScalingView, what: string): string {
  const parts = curves.map(({ variant, points }) => {
    const [first, last] = [points[0], points[points.length - 1]];
    return `“${variant}” ${many(first.y)} on ${first.x}${last === first ? "" : ` and ${ratio(last.y / first.y)} that on ${last.x}`}`;
  });
  return `${placeOf(entry)}, ${what} per second by number of workers: ${parts.join("; ")}. Dashed: what so many workers would do if none hindered another.`;
}

function lines({ entry, curves }: ScalingView): string[][] {
  return curves.flatMap(({ variant, points }) =>
    points.map(({ x, y, low, high }) => [
      titleOf(entry),
      variant,
      String(x),
      ...[y, low, high].map(exact),
      exact(y / points[0].y),
    ]),
  );
}
