import { axisX, axisY, lineY, type Markish, plot, ruleY, text } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import type { Scale } from "../parts/scale.ts";
import { ticksOf, ticksThatFit, tickText } from "../parts/ticks.ts";
import { endLabels, type Facet, type LabelSpace, type Line, lineMarks, roomForLabels } from "./lines.ts";
import { arrange } from "./panel-geometry.ts";

/** One frame of a figure: its lines, and behind them lines of other frames to compare with. */
export interface Panel {
  /** absent if the panel needs no name */
  title?: string;
  own: boolean;
  lines: Line[];
  behind: Line[];
}

export interface Axes {
  x: Scale;
  y: Scale;
  xLabel: string;
  yLabel: string;
  yTick: (value: number) => string;
  /** a shape at every point; for few points */
  shapes: boolean;
}

/** Small multiples with shared axes; the lines carry their names at their ends. */
export function drawPanels(panels: Panel[], axes: Axes, layout: Layout): Element {
  const box = arrange(panels.length, panels[0].title !== undefined, layout);
  const names = new Set(panels.flatMap(({ lines }) => lines.map(({ name }) => name)));
  const inset = names.size > 1 ? roomForLabels([...names], box.panelWidth) : 0;
  const facetOf = (i: number): Facet =>
    panels.length > 1 ? { fx: i % box.columns, fy: Math.floor(i / box.columns) } : null;
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
      ...frame(axes, box.panelWidth - inset, box.ticks),
      ...panels.flatMap((panel, i) =>
        panelMarks(panel, axes, { height: box.panelHeight, room: inset }, facetOf(i)),
      ),
      superText(axes.yLabel, "top-left", -box.left, -box.top + 10),
      superText(axes.xLabel, "bottom-right", 0, box.bottom - 8),
    ],
  });
}

function frame({ x, y, yTick }: Axes, width: number, most: { x: number; y: number }): Markish[] {
  const across = ticksThatFit(x, width, most.x);
  const up = ticksOf(y, most.y);
  const ends = { x1: x.domain[0], x2: x.domain[1] };
  return [
    // as far as the data: the names of the lines stand beyond
    ruleY(up, { ...ends, className: "hp-grid" }),
    ruleY([y.domain[0]], { ...ends, className: "hp-axis-line" }),
    // Text, not a format: Plot drops all but powers of ten from a formatted log axis.
    // On every panel: on a phone the last one is a screen away.
    axisX(across, {
      facetAnchor: null,
      text: across.map(tickText),
      label: null,
      tickSize: 4,
      className: "hp-axis",
    }),
    axisY(up, { text: up.map(yTick), label: null, tickSize: 0, className: "hp-axis" }),
  ];
}

function panelMarks(panel: Panel, { y, shapes }: Axes, labels: LabelSpace, facet: Facet): Markish[] {
  const { title, own, lines, behind } = panel;
  return [
    ...behind.map(({ points }) =>
      lineY(points, { x: "x", y: "y", ...facet, strokeWidth: 1.25, className: "hp-other" }),
    ),
    ...lines.flatMap((line) => lineMarks(line, { shapes, heavy: own }, facet)),
    ...(labels.room > 0 ? endLabels(lines, y, labels, facet) : []),
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

function superText(words: string, frameAnchor: "top-left" | "bottom-right", dx: number, dy: number): Markish {
  return text([words], {
    facet: "super",
    text: (words: string) => words,
    frameAnchor,
    textAnchor: frameAnchor === "top-left" ? "start" : "end",
    lineAnchor: "middle",
    dx,
    dy,
    className: "hp-quiet",
  });
}
