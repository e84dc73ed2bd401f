import { inputNotes } from "../../bench/experiment/settings.ts";
import { median } from "../../bench/statistics/interval.ts";
import type { Outcome } from "../../bench/types.ts";
import { type Axes, drawPanels, type Panel } from "../lines/panels.ts";
import { perWhat, placeOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact, many, manyTick, NO_BREAK, percent } from "../parts/format.ts";
import { scale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { type Throughput, type TimelineView, timelineViews } from "./rows.ts";

export interface TimelinePlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * Calls per second from the first call of a worker on: each replicate thin, their median thick, a panel for each browser.
 * The beginning is warm-up; a dip in one replicate is a pause, one in all of them is the program's own.
 */
export function timelinePlot(outcome: Outcome, options: TimelinePlotOptions = {}): HTMLElement {
  const views = timelineViews(outcome);
  if (views.length === 0) return emptyFigure();
  const what = `${perWhat(outcome)}s`;
  const axes = axesOf(views, what);
  return figure({
    label: `Line chart: ${what} per second against time since the first call`,
    caption: options.caption ?? caption(views[0], what),
    notes: inputNotes(outcome),
    draw: (layout) => drawPanels(views.map(panel), axes, layout),
    dense: true,
    table: tableView(
      `${what} per second over time`,
      [
        { head: "result" },
        { head: "variant" },
        { head: "middle of bin (ms)", number: true },
        { head: `${what} per second, median`, number: true },
        { head: "slowest replicate", number: true },
        { head: "fastest replicate", number: true },
      ],
      views.flatMap(lines),
    ),
  });
}

function axesOf(views: TimelineView[], what: string): Axes {
  const points = views.flatMap(({ curves }) => curves.flatMap(({ replicates }) => replicates.flat()));
  const top = Math.max(...points.map(({ y }) => y));
  return {
    x: scale("linear", [], [0, Math.max(...views.map(({ ms }) => ms))]),
    // a run that did nothing still needs an axis
    y: scale("linear", [], [0, top * 1.05 || 1]),
    xLabel: "ms since the first call →",
    yLabel: `↑ ${what} per second`,
    yTick: manyTick,
    shapes: false,
    solid: true,
    namesAtEdge: true,
    left: 50,
  };
}

function panel({ entry, curves }: TimelineView): Panel {
  return {
    title: titleOf(entry),
    own: entry.own,
    lines: curves.map(({ name, index, middle, replicates }) => ({
      name,
      index,
      points: middle.map(({ x, y }) => ({ x, y })),
      thin: replicates.length > 1 ? replicates : [],
    })),
    behind: [],
  };
}

function caption({ entry, curves }: TimelineView, what: string): string {
  const parts = curves.map((curve) => {
    const [steady, first] = [steadyRate(curve), curve.middle[0]?.y ?? 0];
    const share =
      steady > 0
        ? `, ${percent(Math.round((100 * first) / steady) / 100)} of that in its first ${binOf(curve)}`
        : "";
    return `“${curve.name}” ${many(steady)}${share}`;
  });
  return `${placeOf(entry)}, ${what} per second in the second half of the run: ${parts.join("; ")}. Thin: replicates; thick: their median.`;
}

/** Time that a drawn bin takes. */
function binOf({ middle }: Throughput): string {
  return `${exact(2 * (middle[0]?.x ?? 0))}${NO_BREAK}ms`;
}

/** Median of the second half of the median curve. */
function steadyRate({ middle }: Throughput): number {
  return median(middle.slice(middle.length >> 1).map(({ y }) => y));
}

function lines({ entry, curves }: TimelineView): string[][] {
  return curves.flatMap(({ name, listed }) =>
    listed.map(({ x, y, low, high }) => [titleOf(entry), name, exact(x), ...[y, low, high].map(exact)]),
  );
}
