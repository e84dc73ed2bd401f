import { dot, type Markish, text, vector } from "@observablehq/plot";
import { DASHES, LABEL_GAP, SERIES, SYMBOLS } from "../parts/defaults.ts";
import { cut, widthOf } from "../parts/fit.ts";

/** A name and the place among the series that gives its colour, dash and shape. */
export interface Named {
  name: string;
  index: number;
}

/** Where names with samples of their lines stand: pixels from the top left corner of the first panel. */
export interface KeyPlace {
  left: number;
  top: number;
  width: number;
  /** one name a line; else as many as fit */
  stacked: boolean;
}

/** What a sample shows. */
export interface SampleStyle {
  line: boolean;
  shape: "open" | "filled" | "none";
  solid: boolean;
}

/** Length of the sample of a line or of a shape alone, gap to its name, gap to the next sample, in pixels. */
const LINE_SAMPLE = 36;
const SHAPE_SAMPLE = 8;
const TO_NAME = 8;
const TO_NEXT = 20;
/** From one line of the key to the next. */
export const KEY_LINE = LABEL_GAP + 6;

interface Placed {
  x: number;
  line: number;
}

/** Lines that a key of these names takes on `width` pixels. */
export function keyLines(names: string[], width: number): number {
  return 1 + Math.max(...flow(names, width, LINE_SAMPLE).map(({ line }) => line));
}

/** Names with samples of their lines, in the coordinates of the whole figure. */
export function keyMarks(named: Named[], place: KeyPlace, style: SampleStyle): Markish[] {
  const sample = style.line ? LINE_SAMPLE : SHAPE_SAMPLE;
  const names = named.map(({ name }) => name);
  const places: Placed[] = place.stacked
    ? names.map((_, line) => ({ x: 0, line }))
    : flow(names, place.width, sample);
  return named.flatMap(({ name, index }, i) => {
    const { x, line } = places[i];
    const at = {
      facet: "super",
      frameAnchor: "top-left",
      className: `hp-series-${(index % SERIES) + 1}`,
      dy: place.top + (line + 0.5) * KEY_LINE,
    } as const;
    const left = place.left + x;
    const most = place.width - x - sample - TO_NAME;
    return [
      ...(style.line ? [lineSample(index, left, style.solid, at)] : []),
      ...(style.shape === "none"
        ? []
        : [
            dot([name], {
              ...at,
              dx: left + sample / 2,
              r: 2.8,
              symbol: SYMBOLS[index % SYMBOLS.length],
              fill: style.shape === "open" ? "var(--hp-paper)" : "currentColor",
              stroke: "currentColor",
            }),
          ]),
      text([cut(name, most)], {
        ...at,
        dx: left + sample + TO_NAME,
        text: (words: string) => words,
        textAnchor: "start",
        lineAnchor: "middle",
        fill: "currentColor",
      }),
    ];
  });
}

function lineSample(index: number, dx: number, solid: boolean, at: object): Markish {
  return vector([index], {
    ...at,
    dx,
    anchor: "start",
    rotate: 90,
    length: LINE_SAMPLE,
    stroke: "currentColor",
    strokeWidth: 1.75,
    strokeDasharray: solid ? "none" : DASHES[index % DASHES.length],
    shape: {
      draw(context, length) {
        context.moveTo(0, 0);
        context.lineTo(0, -length);
      },
    },
  });
}

/** Names side by side, on a new line where the next would leave the width. */
function flow(names: string[], width: number, sample: number): Placed[] {
  let at: Placed = { x: 0, line: 0 };
  return names.map((name) => {
    const needed = sample + TO_NAME + widthOf(name);
    if (at.x > 0 && at.x + needed > width) at = { x: 0, line: at.line + 1 };
    const placed = at;
    at = { x: at.x + needed + TO_NEXT, line: at.line };
    return placed;
  });
}
