import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import type { Line } from "../lines/lines.ts";
import { type Axes, drawPanels, type Panel } from "../lines/panels.ts";
import { perWhat, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact } from "../parts/format.ts";
import { type ScaleType, scale, scaleType, timeScale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { type SweepPanel, sweepPanels } from "./rows.ts";
import { sweepCaption } from "./text.ts";

export interface SweepPlotOptions {
  /** name of the x axis; the swept variable's own name unless given */
  x?: string;
  /** kind of either axis; log where values spread over more than 20 to 1, unless given */
  xScale?: ScaleType;
  yScale?: ScaleType;
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * Time against the swept variable, a line with its interval for each variant, a panel for each
 * browser. The reader's own panel comes first; grey lines repeat what it is to be compared with.
 */
export function sweepPlot(outcome: Outcome, options: SweepPlotOptions = {}): HTMLElement {
  const panels = sweepPanels(outcome);
  if (panels.length === 0) return emptyFigure();
  const per = perWhat(outcome);
  const variable = options.x ?? panels[0].entry.result.sweep?.variable ?? "x";
  const axes = axesOf(panels, variable, per, options);
  const views = panels.map((panel) => view(panel, panels));
  return figure({
    label: `Line chart: time per ${per} against ${variable}`,
    caption: options.caption ?? sweepCaption(panels, variable, per),
    notes: inputNotes(outcome),
    draw: (layout) => drawPanels(views, axes, layout),
    table: tableView(
      `Times per ${per}`,
      [
        { head: "result" },
        { head: "variant" },
        { head: variable, number: true },
        { head: `time (ns per ${per})`, number: true },
        { head: "from (ns)", number: true },
        { head: "to (ns)", number: true },
      ],
      panels.flatMap(lines),
    ),
  });
}

function axesOf(
  panels: SweepPanel[],
  xLabel: string,
  per: string,
  { xScale, yScale }: SweepPlotOptions,
): Axes {
  const points = panels.flatMap(({ curves }) => curves.flatMap((curve) => curve.points));
  const xs = points.map(({ x }) => x);
  const ys = points.flatMap(({ y, low, high }) => [y, low, high]);
  const y = timeScale(yScale ?? scaleType(ys), ys);
  return {
    x: scale(xScale ?? scaleType(xs), xs),
    y,
    left: roomFor(exact(y.domain[1])),
    xLabel: `${xLabel} →`,
    yLabel: `↑ ns per ${per}`,
    yTick: exact,
    shapes: new Set(xs).size <= 24,
  };
}

/** Pixels left of the axis that its longest number needs; undefined if the usual ones do. */
function roomFor(number: string): number | undefined {
  return number.length > "10,000".length ? 4 + 7 * number.length : undefined;
}

function view(panel: SweepPanel, all: SweepPanel[]): Panel {
  const { own } = panel.entry;
  const others = all.filter(({ entry }) => entry.own !== own);
  return {
    title: titleOf(panel.entry),
    own,
    lines: asLines(panel),
    behind: others.flatMap(asLines),
  };
}

function asLines({ curves }: SweepPanel): Line[] {
  return curves.map(({ variant, index, points }) => ({ name: variant, index, points }));
}

function lines({ entry, curves }: SweepPanel): string[][] {
  const name = titleOf(entry);
  return curves.flatMap(({ variant, points }) =>
    points.map(({ x, y, low, high }) => [
      name,
      variant,
      x.toLocaleString("en-GB"),
      ...[y, low, high].map(exact),
    ]),
  );
}
