import { axisX, axisY, lineY, type Markish, plot, ruleY, text } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import type { Scale } from "../parts/scale.ts";
import { superText } from "../parts/super-text.ts";
import { ticksOf, ticksThatFit, tickText } from "../parts/ticks.ts";
import { keyMarks, type SampleStyle } from "./key.ts";
import { endLabels, type Facet, type LabelSpace, type Line, lineMarks, type Point } from "./lines.ts";
import { arrange } from "./panel-geometry.ts";

/** One frame of a figure: its lines, and behind them lines of other frames to compare with. */
export interface Panel {
  /** absent if the panel needs no name */
  title?: string;
  own: boolean;
  lines: Line[];
  behind: Line[];
  /** thin dashed lines that nobody measured: what would be ideal, or where a level lies */
  guides?: Point[][];
  /** marks of a figure's own, drawn over the guides and under the lines */
  marks?: (facet: Facet) => Markish[];
}

/** Where the ticks of an axis are, and what they say. */
export interface Tick {
  at: number;
  words: string;
}

export interface Axes {
  x: Scale;
  y: Scale;
  xLabel: string;
  yLabel: string;
  yTick: (value: number) => string;
  /** ticks of the x axis for a panel so many pixels wide; round numbers unless given */
  xTicks?: (width: number, most: number) => Tick[];
  /** ticks of the y axis for a panel so many pixels high; round numbers unless given */
  yTicks?: (height: number) => number[];
  /** a shape at every point; for few points */
  shapes: boolean;
  /** no dashes; false unless given */
  solid?: boolean;
  /** all names at the right edge: for lines that end at different places */
  namesAtEdge?: boolean;
  /** names stand in a key, with such samples; beside the lines, if they fit, unless given */
  sample?: SampleStyle;
  /** room for the numbers of the y axis, in pixels; 44 unless given */
  left?: number;
}

/** Small multiples with shared axes; the lines carry their names at their ends, or a key in an empty place does. */
export function drawPanels(panels: Panel[], axes: Axes, layout: Layout): Element {
  const titles = panels.flatMap(({ title }) => (title === undefined ? [] : [title]));
  const named = new Map(panels.flatMap(({ lines }) => lines.map(({ name, index }) => [name, index])));
  const names = named.size > 1 ? [...named.keys()] : [];
  const keyed = axes.sample !== undefined;
  const box = arrange({ panels: panels.length, titles, names, keyed, left: axes.left }, layout);
  const { inset, panelWidth, panelHeight } = box;
  const facetOf = (i: number): Facet =>
    panels.length > 1 ? { fx: i % box.columns, fy: Math.floor(i / box.columns) } : null;
  const sample = axes.sample ?? {
    line: true,
    shape: axes.shapes ? "open" : "none",
    solid: axes.solid ?? false,
  };
  const labels = { height: panelHeight, room: inset, x: axes.namesAtEdge ? axes.x.domain[1] : undefined };
  return plot({
    className: "hp-plot",
    width: WIDTH[layout],
    height: box.height,
    marginTop: box.top,
    marginRight: box.right,
    marginBottom: box.bottom,
    marginLeft: box.left,
    style: { fontSize: `${TEXT_SIZE}px` },
    x: {
      type: axes.x.type,
      domain: axes.x.domain,
      insetRight: inset,
    },
    y: { type: axes.y.type, domain: axes.y.domain },
    fx: { axis: null, paddingInner: box.padding.x, paddingOuter: 0, round: false },
    fy: { axis: null, paddingInner: box.padding.y, paddingOuter: 0, round: false },
    marks: [
      ...frame(axes, { width: panelWidth - inset, height: panelHeight }, box.ticks),
      ...panels.flatMap((panel, i) => panelMarks(panel, axes, labels, facetOf(i))),
      ...(box.key
        ? keyMarks(
            [...named].map(([name, index]) => ({ name, index })),
            box.key,
            sample,
          )
        : []),
      superText(axes.yLabel, "top-left", -box.left, -box.top + 10),
      superText(axes.xLabel, "bottom-right", 0, box.bottom - 8),
    ],
  });
}

function frame(
  axes: Axes,
  size: { width: number; height: number },
  most: { x: number; y: number },
): Markish[] {
  const { x, y, yTick } = axes;
  const across =
    axes.xTicks?.(size.width, most.x) ??
    ticksThatFit(x, size.width, most.x).map((at) => ({ at, words: tickText(at) }));
  const up = axes.yTicks?.(size.height) ?? ticksOf(y, most.y);
  const ends = { x1: x.domain[0], x2: x.domain[1] };
  return [
    // as far as the data: the names of the lines stand beyond
    ruleY(up, { ...ends, className: "hp-grid" }),
    ruleY([y.domain[0]], { ...ends, className: "hp-axis-line" }),
    // Text, not a format: Plot drops all but powers of ten from a formatted log axis.
    // On every panel: on a phone the last one is a screen away.
    axisX(
      across.map(({ at }) => at),
      {
        facetAnchor: null,
        text: across.map(({ words }) => words),
        label: null,
        tickSize: 4,
        className: "hp-axis",
      },
    ),
    axisY(up, { text: up.map(yTick), label: null, tickSize: 0, className: "hp-axis" }),
  ];
}

function panelMarks(panel: Panel, axes: Axes, labels: LabelSpace, facet: Facet): Markish[] {
  const { title, own, lines, behind, guides = [], marks } = panel;
  const style = { shapes: axes.shapes, heavy: own, solid: axes.solid ?? false };
  return [
    ...behind.map(({ points }) =>
      lineY(points, { x: "x", y: "y", ...facet, strokeWidth: 1.25, className: "hp-other" }),
    ),
    ...guides.map((points) =>
      lineY(points, {
        x: "x",
        y: "y",
        ...facet,
        strokeDasharray: "3 3",
        strokeWidth: 1,
        className: "hp-guide",
      }),
    ),
    ...(marks?.(facet) ?? []),
    ...lines.flatMap((line) => lineMarks(line, style, facet)),
    ...(labels.room > 0 ? endLabels(lines, axes.y, labels, facet) : []),
    ...(title === undefined
      ? []
      : [
          text([title], {
            ...facet,
            text: (words: string) => words,
            frameAnchor: "top-left",
            textAnchor: "start",
            dy: -16,
            className: own ? "hp-own-words" : "hp-words",
          }),
        ]),
  ];
}
