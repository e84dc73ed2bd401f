import { figure } from "../parts/figure.ts";
import { exact, list, percent } from "../parts/format.ts";
import { extent, scale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { drawPanels } from "./panels.ts";

/** A named line: its points as [x, y], in order of x. */
export interface LineSeries {
  name: string;
  points: readonly (readonly [x: number, y: number])[];
}

export interface LinePlotOptions {
  /** names of the axes */
  x: string;
  y: string;
  /** y is a fraction of 1 and is shown as a percentage */
  percent?: boolean;
  /** ends of the y axis; the extent of the data unless given */
  yDomain?: [number, number];
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/** Several lines over the same x, each named at its end: for simulators, whose numbers have no interval. */
export function linePlot(series: readonly LineSeries[], options: LinePlotOptions): HTMLElement {
  const lines = series.map(({ name, points }, index) => ({
    name,
    index,
    points: points.map(([x, y]) => ({ x, y })),
  }));
  const xs = lines.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = lines.flatMap(({ points }) => points.map(({ y }) => y));
  const shown = options.percent ? percent : exact;
  const axes = {
    x: scale("linear", xs),
    y: scale("linear", ys, options.yDomain ?? extent(ys)),
    xLabel: `${options.x} →`,
    yLabel: `↑ ${options.y}`,
    yTick: options.percent ? percent : exact,
    shapes: false,
  };
  return figure({
    label: `Line chart: ${options.y} against ${options.x}`,
    caption: options.caption ?? caption(series, options, shown),
    draw: (layout) => drawPanels([{ own: true, lines, behind: [] }], axes, layout),
    table: tableView(
      options.y,
      [{ head: options.x, number: true }, ...series.map(({ name }) => ({ head: name, number: true }))],
      rows(series, shown),
    ),
  });
}

function caption(
  series: readonly LineSeries[],
  { x, y }: LinePlotOptions,
  shown: (value: number) => string,
): string {
  const last = series.map(({ name, points }) => ({ name, end: points[points.length - 1] }));
  const ends = last.map(({ name, end }) => `${name} ${shown(end[1])}`);
  return `At ${exact(last[0].end[0])} ${x}, ${y}: ${list(ends)}.`;
}

function rows(series: readonly LineSeries[], shown: (value: number) => string): string[][] {
  const tables = series.map(({ points }) => new Map(points));
  const xs = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort((a, b) => a - b);
  return xs.map((x) => [
    x.toLocaleString("en-GB"),
    ...tables.map((table) => (table.has(x) ? shown(table.get(x) as number) : "")),
  ]);
}
