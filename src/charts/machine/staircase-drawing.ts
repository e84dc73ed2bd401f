import type { Card } from "../../bench/machine/card.ts";
import { sizeText } from "../../bench/machine/words.ts";
import { time } from "../../bench/text/units.ts";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import { svg } from "./svg.ts";

/** px around the plot, its height, and octaves between two ticks of the size. */
const GEOMETRY = {
  wide: { left: 46, right: 16, top: 30, bottom: 42, height: 260, octaves: 2 },
  narrow: { left: 40, right: 12, top: 30, bottom: 42, height: 230, octaves: 4 },
} as const;

/** Part of a decade that is free above and below the curve. */
const AIR = 0.15;

/** px: how far a label stands above its plateau. */
const LIFT = 9;

interface Frame {
  x: (bytes: number) => number;
  y: (ns: number) => number;
  right: number;
  top: number;
  bottom: number;
  left: number;
}

/** Time of a load by working set, both logarithmic; bands are the knees, numbered. Needs no plotting library: a page draws it at once. */
export function drawStaircase({ staircase, plateaus, knees }: Card, layout: Layout): Element {
  const { height, octaves } = GEOMETRY[layout];
  const frame = frameOf(staircase, layout);
  const place = ([bytes, ns]: [number, number]) => `${px(frame.x(bytes))},${px(frame.y(ns))}`;
  return svg(
    "svg",
    {
      class: "hp-plot",
      viewBox: `0 0 ${WIDTH[layout]} ${height}`,
      width: WIDTH[layout],
      height,
      "font-size": TEXT_SIZE,
    },
    ...knees.flatMap((knee, i) => kneeMarks(knee, i + 1, frame, staircase)),
    ...axes(staircase, frame, octaves),
    svg("polyline", {
      class: "hp-series-1",
      points: staircase.map(place).join(" "),
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 2,
      "stroke-linejoin": "round",
    }),
    ...staircase.map(([bytes, ns]) =>
      svg("circle", {
        class: "hp-series-1",
        cx: px(frame.x(bytes)),
        cy: px(frame.y(ns)),
        r: 2.4,
        fill: "currentColor",
      }),
    ),
    ...plateaus.map(({ from, ns }) =>
      label(frame.x(from), frame.y(ns) - LIFT, time(ns), "start", "hp-strong"),
    ),
  );
}

function frameOf(staircase: Card["staircase"], layout: Layout): Frame {
  const { left, right, top, bottom, height } = GEOMETRY[layout];
  const [low, high] = extent(staircase.map(([bytes]) => Math.log2(bytes)));
  const [least, most] = extent(staircase.map(([, ns]) => Math.log10(ns)));
  const ends = { left, right: WIDTH[layout] - right, top, bottom: height - bottom };
  const along = (value: number, from: number, to: number) => (value - from) / (to - from || 1);
  return {
    ...ends,
    x: (bytes) => left + along(Math.log2(bytes), low, high) * (ends.right - left),
    y: (ns) => ends.bottom - along(Math.log10(ns), least - AIR, most + 2 * AIR) * (ends.bottom - top),
  };
}

function kneeMarks(
  { from, to }: Card["knees"][number],
  number: number,
  frame: Frame,
  staircase: Card["staircase"],
): Element[] {
  const [start, end] = [from, to ?? staircase[staircase.length - 1][0]].map(frame.x);
  return [
    svg("rect", {
      class: "hp-band",
      x: px(start),
      y: frame.top,
      width: px(Math.max(2, end - start)),
      height: frame.bottom - frame.top,
      fill: "currentColor",
    }),
    label((start + end) / 2, frame.top - 8, `knee ${number}`, "middle", "hp-words"),
  ];
}

function axes(staircase: Card["staircase"], frame: Frame, octaves: number): Element[] {
  const sizes = staircase.map(([bytes]) => Math.log2(bytes));
  const [low, high] = extent(sizes);
  const ticks: number[] = [];
  for (let power = Math.ceil(low); power <= high; power += octaves) ticks.push(2 ** power);
  const decades = [0.1, 1, 10, 100, 1000].filter(
    (ns) => frame.y(ns) < frame.bottom && frame.y(ns) > frame.top,
  );
  return [
    ...decades.flatMap((ns) => [
      svg("line", {
        class: "hp-grid",
        x1: frame.left,
        x2: frame.right,
        y1: px(frame.y(ns)),
        y2: px(frame.y(ns)),
        stroke: "currentColor",
      }),
      label(frame.left - 7, frame.y(ns) + 4, String(ns), "end", "hp-axis"),
    ]),
    label(0, 12, "ns a load", "start", "hp-axis"),
    ...ticks.flatMap((bytes) => [
      svg("line", {
        class: "hp-axis-line",
        x1: px(frame.x(bytes)),
        x2: px(frame.x(bytes)),
        y1: frame.bottom,
        y2: frame.bottom + 4,
        stroke: "currentColor",
      }),
      label(frame.x(bytes), frame.bottom + 17, sizeText(bytes), anchorOf(frame.x(bytes), frame), "hp-axis"),
    ]),
    label(frame.right, frame.bottom + 35, "working set →", "end", "hp-axis"),
  ];
}

/** A tick at either end keeps its words inside. */
function anchorOf(x: number, { right }: Frame): string {
  return x > right - 20 ? "end" : "middle";
}

function label(x: number, y: number, text: string, anchor: string, className: string): Element {
  return svg(
    "text",
    { class: className, x: px(x), y: px(y), "text-anchor": anchor, fill: "currentColor" },
    text,
  );
}

function extent(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function px(value: number): number {
  return Number(value.toFixed(1));
}
