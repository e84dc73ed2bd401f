import { dot, link, type Markish, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { widthOf } from "../parts/fit.ts";
import { percent } from "../parts/format.ts";
import type { Geometry, PlacedRow } from "./geometry.ts";

export interface Frame {
  top: number;
  bottom: number;
  width: number;
  /** room that words may use left and right of the axis */
  outside: [left: number, right: number];
  /** taken by other words at the right end of the head */
  headTaken: number;
  /** heights over which grid and band are drawn: rows of words between them stay clear */
  strips: { y1: number; y2: number }[];
}

/** Band of "same", grid, the line at 1, and the axis. */
export function ground(row: PlacedRow, domain: [number, number], ticks: number[], frame: Frame): Markish[] {
  const { sameWithin } = row.entry.result.harness;
  const { top, bottom, width, outside, headTaken, strips } = frame;
  const [low, high] = domain.map(Math.log);
  const below = (-low / (high - low)) * width;
  const same = `same ±${percent(sameWithin)}`;
  const half = widthOf(same) / 2;
  const middle = Math.max(half - outside[0], Math.min(width + outside[1] - headTaken - half, below));
  return [
    rect(strips, {
      x1: 1 - sameWithin,
      x2: 1 + sameWithin,
      y1: "y1",
      y2: "y2",
      className: "hp-band",
      fill: "currentColor",
    }),
    ...ticks.map((tick) => ruleX(strips, { x: tick, y1: "y1", y2: "y2", className: "hp-grid" })),
    ruleX(strips, { x: 1, y1: "y1", y2: "y2", className: "hp-one" }),
    ruleY([bottom], { className: "hp-axis-line" }),
    text([same], {
      x: 1,
      y: top - 9,
      text: (words) => words,
      dx: middle - below,
      className: "hp-quiet",
    }),
    text(ticks, { x: (tick) => tick, y: bottom + 13, text: (tick) => `${tick}×`, className: "hp-axis" }),
    ...direction("← faster", "end", below + outside[0], bottom),
    ...direction("slower →", "start", width - below + outside[1], bottom),
  ];
}

/** Which way is faster, if there is room for the words on that side of 1. */
function direction(words: string, textAnchor: "start" | "end", room: number, bottom: number): Markish[] {
  if (widthOf(words) + 10 > room) return [];
  const dx = textAnchor === "end" ? -6 : 6;
  return [
    text([words], { x: 1, y: bottom + 31, dx, text: (words) => words, textAnchor, className: "hp-quiet" }),
  ];
}

/** Blocks, interval and estimate of each row; the reader's own is heavier and filled, the recorded are open. */
export function measured(rows: PlacedRow[], geometry: Geometry): Markish[] {
  return [false, true].flatMap((own) => {
    const some = rows.filter(({ entry }) => entry.own === own);
    return some.length > 0 ? measuredOf(some, own, geometry) : [];
  });
}

function measuredOf(rows: PlacedRow[], own: boolean, { interval, blocks }: Geometry): Markish[] {
  const className = own ? "hp-own" : "hp-recorded";
  const dots = rows.flatMap(({ comparison, y }) => comparison.blocks.map((x) => ({ x, y: y + blocks })));
  const ends = rows.flatMap(({ comparison, y }) => comparison.interval.map((x) => ({ x, y: y + interval })));
  const lineY = ({ y }: PlacedRow) => y + interval;
  return [
    dot(dots, { x: "x", y: "y", r: 2, fill: "currentColor", fillOpacity: 0.5, className }),
    link(rows, {
      x1: ({ comparison }) => comparison.interval[0],
      x2: ({ comparison }) => comparison.interval[1],
      y1: lineY,
      y2: lineY,
      strokeWidth: own ? 3 : 1.75,
      className,
    }),
    ruleX(ends, { x: "x", y1: ({ y }) => y - 4, y2: ({ y }) => y + 4, strokeWidth: 1.5, className }),
    dot(rows, {
      x: ({ comparison }) => comparison.ratio,
      y: lineY,
      r: own ? 4.5 : 4,
      symbol: own ? "diamond2" : "circle",
      fill: own ? "currentColor" : "var(--hp-paper)",
      stroke: "currentColor",
      strokeWidth: 1.75,
      className,
    }),
  ];
}
