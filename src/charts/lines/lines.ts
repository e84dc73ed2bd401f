import { areaY, dot, lineY, type Markish, text } from "@observablehq/plot";
import { DASHES, LABEL_GAP, SERIES, SYMBOLS } from "../parts/defaults.ts";
import { cut } from "../parts/fit.ts";
import type { Scale } from "../parts/scale.ts";
import { spread } from "../parts/spread.ts";

export interface Point {
  x: number;
  y: number;
  /** ends of the interval, if there is one */
  low?: number;
  high?: number;
}

export interface Line {
  name: string;
  /** place among the series, from 0: gives colour, dash and shape */
  index: number;
  points: Point[];
  /** what the line is the middle of: replicates or workers, drawn thin in the same colour */
  thin?: Point[][];
}

/** The place of a panel in a faceted plot; null if there is one panel. */
export type Facet = { fx: number; fy: number } | null;

/** Height of a panel, and what it leaves for names right of the lines. */
export interface LabelSpace {
  height: number;
  room: number;
  /** x of all names, for lines that end at different places; the end of each line unless given */
  x?: number;
}

/** Before and after a name, together. */
export const LABEL_SPACE = 16;

export interface LineStyle {
  /** draw a shape at every point */
  shapes: boolean;
  /** heavier: the reader's own */
  heavy: boolean;
  /** no dashes: a jagged line that is dashed falls apart */
  solid: boolean;
}

/** Band of the interval, thin lines, line and shapes of one series. */
export function lineMarks(
  { index, points, thin = [] }: Line,
  { shapes, heavy, solid }: LineStyle,
  facet: Facet,
): Markish[] {
  if (points.length === 0) return [];
  const className = `hp-series-${(index % SERIES) + 1}`;
  const at = { x: "x", ...facet, className } as const;
  const banded = points.filter(({ low }) => low !== undefined);
  return [
    areaY(banded, { ...at, y1: "low", y2: "high", fill: "currentColor", fillOpacity: 0.16 }),
    ...thin.map((some) =>
      lineY(some, { ...at, y: "y", stroke: "currentColor", strokeWidth: 0.75, strokeOpacity: 0.45 }),
    ),
    lineY(points, {
      ...at,
      y: "y",
      stroke: "currentColor",
      strokeWidth: heavy ? 2.25 : 1.75,
      strokeDasharray: solid ? "none" : DASHES[index % DASHES.length],
      strokeLinejoin: "round",
    }),
    ...(shapes
      ? [
          dot(points, {
            ...at,
            y: "y",
            r: heavy ? 3.2 : 2.8,
            symbol: SYMBOLS[index % SYMBOLS.length],
            fill: "var(--hp-paper)",
            stroke: "currentColor",
          }),
        ]
      : []),
  ];
}

/** The name of each line beside its last point, moved apart where they would touch. */
export function endLabels(lines: Line[], y: Scale, { height, room, x }: LabelSpace, facet: Facet): Markish[] {
  const drawn = lines.filter(({ points }) => points.length > 0);
  const ends = drawn.map(({ points }) => points[points.length - 1]);
  // half a line from either edge, so that no name lies on the axis
  const heights = spread(
    ends.map((end) => y.at(end.y) * height - LABEL_GAP / 2),
    LABEL_GAP,
    height - LABEL_GAP,
  ).map((place) => place + LABEL_GAP / 2);
  return drawn.map(({ name, index }, i) =>
    text([cut(name, room - LABEL_SPACE)], {
      x: x ?? ends[i].x,
      y: y.from(heights[i] / height),
      ...facet,
      text: (words: string) => words,
      textAnchor: "start",
      dx: LABEL_SPACE / 2,
      className: `hp-series-${(index % SERIES) + 1}`,
      fill: "currentColor",
    }),
  );
}
