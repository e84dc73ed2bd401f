import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import { type Axes, drawPanels, type Panel } from "../lines/panels.ts";
import { type Entry, perWhat, placeOf, saidOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact, list, ratio, time } from "../parts/format.ts";
import { scale, scaleType, timeScale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { measuredBy } from "./rows.ts";
import { type WarmUp, warmUps } from "./warm-up-rows.ts";

export interface WarmUpPlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

interface View {
  entry: Entry;
  curves: WarmUp[];
}

/**
 * Time per call against the time since a worker's first call: a thin line for each worker, the median of the workers
 * thick, the typical time dashed; a panel for each browser. What follows the warm-up are the slices that count.
 */
export function warmUpPlot(outcome: Outcome, options: WarmUpPlotOptions = {}): HTMLElement {
  const views = measuredBy(outcome)
    .map((measured) => ({ entry: measured.entry, curves: warmUps(measured) }))
    .filter(({ curves }) => curves.some(({ middle }) => middle.length > 0));
  if (views.length === 0) return emptyFigure();
  const per = perWhat(outcome);
  const axes = axesOf(views, per);
  return figure({
    label: `Line chart: time per ${per} against time since the start of a worker, log scale`,
    caption: options.caption ?? caption(views[0], per),
    notes: inputNotes(outcome),
    draw: (layout) =>
      drawPanels(
        views.map((view) => panel(view, axes)),
        axes,
        layout,
      ),
    dense: true,
    table: tableView(
      `Time per ${per} during warm-up, medians over workers`,
      [
        { head: "result" },
        { head: "variant" },
        { head: "time since start (ms)", number: true },
        { head: `time (ns per ${per})`, number: true },
        { head: "of typical (×)", number: true },
      ],
      views.flatMap(lines),
    ),
  });
}

function axesOf(views: View[], per: string): Axes {
  const points = views.flatMap(({ curves }) => curves.flatMap(({ workers }) => workers.flat()));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    // air, so that a single point has an axis too
    x: scale("log", xs, [Math.min(...xs) * 0.95, Math.max(...xs) * 1.05]),
    y: timeScale(scaleType(ys), ys),
    xLabel: "ms since the first call →",
    yLabel: `↑ ns per ${per}`,
    yTick: exact,
    shapes: false,
    solid: true,
    namesAtEdge: true,
  };
}

function panel({ entry, curves }: View, { x: { domain } }: Axes): Panel {
  return {
    title: titleOf(entry),
    own: entry.own,
    lines: curves.map(({ name, index, middle, workers }) => ({ name, index, points: middle, thin: workers })),
    behind: [],
    guides: curves.map(({ typicalNs }) => domain.map((x) => ({ x, y: typicalNs }))),
  };
}

function caption({ entry, curves }: View, per: string): string {
  const parts = curves
    .filter(({ middle }) => middle.length > 0)
    .map(
      ({ name, middle, typicalNs }) => `“${name}” ${ratio(middle[0].y / typicalNs)} of ${time(typicalNs)}`,
    );
  return `${placeOf(entry)}, the first batch of a fresh worker against the typical time per ${per}: ${list(parts)}. Thin: each worker; thick: their median; dashed: the typical time.${saidOf(entry, ["warming"])}`;
}

function lines({ entry, curves }: View): string[][] {
  return curves.flatMap(({ name, middle, typicalNs }) =>
    middle.map(({ x, y }) => [titleOf(entry), name, exact(x), exact(y), exact(y / typicalNs)]),
  );
}
