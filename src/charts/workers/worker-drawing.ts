import { dot, type Markish, plot, rect, ruleX, ruleY, text } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import type { Entry } from "../parts/entries.ts";
import { ratio, time } from "../parts/format.ts";
import { type Piece, piece } from "../parts/piece.ts";
import { ratioDomain, ratioTicks } from "../parts/ratio-axis.ts";
import { scale } from "../parts/scale.ts";
import type { VariantTimes } from "./rows.ts";
import { swarm } from "./swarm.ts";

export interface WorkerRow {
  entry: Entry;
  times: VariantTimes;
}

/** The rows of one variant: the reader's own first, then the recorded ones. */
export interface WorkerGroup {
  name: string;
  rows: WorkerRow[];
}

/** Pixels: left and right of the axis, above the first group, of a heading, of a row, below the last; from the top of a row to its words and to its dots. */
interface Geometry {
  left: number;
  right: number;
  head: number;
  heading: number;
  row: number;
  foot: number;
  words: number;
  dots: number;
}

const GEOMETRY: Record<Layout, Geometry> = {
  wide: { left: 164, right: 152, head: 4, heading: 27, row: 36, foot: 42, words: 18, dots: 18 },
  narrow: { left: 8, right: 8, head: 4, heading: 27, row: 54, foot: 42, words: 8, dots: 34 },
};

/** Radius of a dot, distance of two that do not touch, and how many levels above and below the middle a row has. */
const DOT = { radius: 2.75, apart: 6, levels: 2 };
/** Half the height over which grid and band of a row are drawn. */
const STRIP = 15;
/** Right edges of the columns of numbers of a wide drawing, from the right edge of the axis. */
const COLUMN = { typical: 72, slowest: 152 };
const LABEL = 160;

type Placed = WorkerRow & { y: number };

export function slowest({ workers }: VariantTimes): number {
  return Math.max(...workers.map(({ ns }) => ns));
}

/** The drawing of `workerPlot` at one width. */
export function drawWorkers(groups: WorkerGroup[], per: string, layout: Layout): Element {
  const g = GEOMETRY[layout];
  let y = g.head;
  const placed = groups.map((group) => {
    const top = y;
    const rows = group.rows.map((row, i): Placed => ({ ...row, y: top + g.heading + i * g.row }));
    y = top + g.heading + rows.length * g.row;
    return { ...group, top, rows };
  });
  const rows = placed.flatMap((group) => group.rows);
  const domain = ratioDomain(
    rows.flatMap(({ times: { workers, typicalNs } }) => workers.map(({ ns }) => ns / typicalNs)),
  );
  const width = WIDTH[layout] - g.left - g.right;
  return plot({
    className: "hp-plot",
    width: WIDTH[layout],
    height: y + g.foot,
    margin: 0,
    marginLeft: g.left,
    marginRight: g.right,
    style: { fontSize: `${TEXT_SIZE}px` },
    x: { type: "log", domain, axis: null },
    y: { type: "identity", axis: null },
    marks: [
      ...ground(rows, ratioTicks(domain, width), g.dots, y),
      ...rows.flatMap((row) => rowMarks(row, domain, width, g.dots)),
      ...placed
        .flatMap(({ name, top, rows }) => [
          ...heading(name, top + g.heading / 2, per, g, layout),
          ...rows.flatMap((row) => words(row, g, layout)),
        ])
        .map(piece),
    ],
  });
}

function ground(rows: Placed[], ticks: number[], dots: number, bottom: number): Markish[] {
  const strips = rows.map(({ y }) => ({ y1: y + dots - STRIP, y2: y + dots + STRIP }));
  const strip = { y1: "y1", y2: "y2" } as const;
  return [
    ...ticks.map((tick) => ruleX(strips, { x: tick, ...strip, className: "hp-grid" })),
    ruleX(strips, { x: 1, ...strip, className: "hp-one" }),
    ruleY([bottom], { className: "hp-axis-line" }),
    text(ticks, { x: (tick) => tick, y: bottom + 13, text: (tick) => `${tick}×`, className: "hp-axis" }),
    text(["time of a worker over the typical time"], {
      frameAnchor: "bottom",
      lineAnchor: "middle",
      y: bottom + 32,
      text: (words: string) => words,
      className: "hp-quiet",
    }),
  ];
}

function rowMarks(
  { entry, times, y }: Placed,
  domain: [number, number],
  width: number,
  dots: number,
): Markish[] {
  const { workers, typicalNs, interval } = times;
  const ratios = workers.map(({ ns }) => ns / typicalNs);
  const { at } = scale("log", domain);
  const heights = swarm(
    ratios.map((x) => at(x) * width),
    DOT.apart,
    DOT.levels,
  );
  const className = entry.own ? "hp-own" : "hp-recorded";
  return [
    rect([interval], {
      x1: interval[0] / typicalNs,
      x2: interval[1] / typicalNs,
      y1: y + dots - STRIP,
      y2: y + dots + STRIP,
      fill: "currentColor",
      fillOpacity: 0.12,
      className,
    }),
    dot(ratios, {
      x: (x: number) => x,
      y: (_: number, i: number) => y + dots + heights[i],
      r: DOT.radius,
      fill: entry.own ? "currentColor" : "var(--hp-paper)",
      stroke: "currentColor",
      strokeWidth: 1.25,
      className,
    }),
  ];
}

function heading(name: string, y: number, per: string, { left, right }: Geometry, layout: Layout): Piece[] {
  const quiet = { y, anchor: "end", className: "hp-quiet" } as const;
  const strong = { y, words: name, dx: -left, anchor: "start", className: "hp-strong", most: LABEL } as const;
  if (layout === "narrow") return [strong, { ...quiet, words: `typical per ${per}`, dx: right, most: LABEL }];
  return [
    strong,
    { ...quiet, words: "typical", dx: COLUMN.typical },
    { ...quiet, words: "slowest", dx: COLUMN.slowest },
  ];
}

function words({ entry, times, y }: Placed, { left, right, words: down }: Geometry, layout: Layout): Piece[] {
  const className = entry.own ? "hp-own-words" : "hp-words";
  const own = { y: y + down, anchor: "end", className } as const;
  const label = { ...own, words: entry.label, dx: -left, anchor: "start", most: LABEL } as const;
  const typical = time(times.typicalNs);
  if (layout === "narrow") return [label, { ...own, words: typical, dx: right }];
  return [
    label,
    { ...own, words: typical, dx: COLUMN.typical },
    { ...own, words: ratio(slowest(times) / times.typicalNs), dx: COLUMN.slowest },
  ];
}
