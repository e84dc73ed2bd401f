import { dot, type Markish, text } from "@observablehq/plot";
import { type Layout, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";
import { NO_BREAK, time } from "../parts/format.ts";
import { LEGEND_AT, RIGHT } from "./geometry.ts";
import { HEATS, type Heat, inUnit } from "./heat.ts";

/** One step of the legend, in pixels. */
const STEP = { width: 18, height: 12 };

/** The steps of the scale between its ends, at the top right; on a phone under the label of the y axis. */
export function legend({ ends, unit }: Heat, layout: Layout, top: number, left: number): Markish[] {
  const high = time(ends[1]);
  const low = high.endsWith(NO_BREAK + unit.name) ? inUnit(ends[0], unit) : time(ends[0]);
  const width = HEATS * STEP.width;
  const y = LEGEND_AT[layout] - top;
  const start =
    layout === "narrow" ? widthOf(low) + 6 - left : WIDTH.wide - left - RIGHT - widthOf(high) - 6 - width;
  const words = (said: string, dx: number, textAnchor: "start" | "end") =>
    text([said], {
      facet: "super",
      text: (words: string) => words,
      frameAnchor: "top-left",
      textAnchor,
      lineAnchor: "middle",
      dx,
      dy: y,
      className: "hp-quiet",
    });
  return [
    words(low, start - 6, "end"),
    ...Array.from({ length: HEATS }, (_, i) =>
      dot([i], {
        facet: "super",
        frameAnchor: "top-left",
        dx: start + (i + 0.5) * STEP.width,
        dy: y,
        r: STEP.width,
        symbol: STRIP,
        fill: "currentColor",
        className: `hp-heat-${i + 1}`,
      }),
    ),
    words(high, start + width + 6, "start"),
  ];
}

/** A step of the legend as a shape, so that it can stand anywhere. */
const STRIP = {
  draw(context: { rect(x: number, y: number, width: number, height: number): void }) {
    context.rect(-STEP.width / 2, -STEP.height / 2, STEP.width, STEP.height);
  },
};
