import { axisX, axisY, cell, plot, text } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import { figure } from "../parts/figure.ts";
import { superText } from "../parts/super-text.ts";
import { tableView } from "../parts/table.ts";

/** What the picture shows of a cache: as `cache` of #simulate makes it. */
export interface DrawnCache {
  sets: number;
  shape: { ways: number };
  /** number of the line in each slot `set * ways + way`, -1 if there is none */
  lines: ArrayLike<number>;
  /** lines that came into each slot so far */
  fills: ArrayLike<number>;
}

export interface SetPlotOptions {
  /** the sentence under the figure */
  caption: string;
}

interface Slot {
  set: number;
  way: number;
  line: number;
  fills: number;
}

/** Steps of the scale in use, lightest first, and how often a slot of each was filled, at least. */
const STEPS = [
  { heat: 2, from: 1 },
  { heat: 3, from: 2 },
  { heat: 5, from: 8 },
  { heat: 6, from: 32 },
  { heat: 7, from: 128 },
];
const ROW = 24;
const MARGIN = { top: 26, right: 2, bottom: 42, left: 34 };

/** The sets of a cache side by side, with their ways one above the other: the darker, the oftener a line came in. */
export function setPlot(cache: DrawnCache, { caption }: SetPlotOptions): HTMLElement {
  const { ways } = cache.shape;
  const slots = Array.from({ length: cache.sets * ways }, (_, i): Slot => {
    return { set: Math.floor(i / ways), way: i % ways, line: cache.lines[i], fills: cache.fills[i] };
  });
  return figure({
    label: `Sets and ways of a cache: ${summary(slots, cache.sets)}`,
    caption,
    draw: (layout) => draw(slots, cache.sets, ways, layout),
    table: tableView(
      "Sets of the cache",
      [
        { head: "set", number: true },
        { head: "lines in it, by number" },
        { head: "lines that came in", number: true },
      ],
      rows(slots, cache.sets),
    ),
  });
}

/** What a reader who does not see it has to know. */
function summary(slots: Slot[], sets: number): string {
  const used = new Set(slots.filter(({ fills }) => fills > 0).map(({ set }) => set)).size;
  const most = Math.max(...slots.map(({ fills }) => fills));
  return `${used} of ${sets} sets are in use; lines came into one slot up to ${most.toLocaleString("en-GB")} times`;
}

function draw(slots: Slot[], sets: number, ways: number, layout: Layout): Element {
  const width = WIDTH[layout];
  const every = Math.max(1, Math.ceil((sets * 26) / (width - MARGIN.left)));
  const across = Array.from({ length: sets }, (_, set) => set);
  const named = across.filter((set) => set % every === 0);
  const heatOf = (fills: number) => STEPS.findLast(({ from }) => fills >= from)?.heat ?? 0;
  const common = { label: null, tickSize: 0, className: "hp-axis" } as const;
  return plot({
    className: "hp-plot",
    width,
    height: MARGIN.top + ways * ROW + MARGIN.bottom,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    style: { fontSize: `${TEXT_SIZE}px` },
    x: { type: "band", domain: across, padding: 0.08 },
    y: { type: "band", domain: Array.from({ length: ways }, (_, way) => way), padding: 0.12 },
    marks: [
      cell(slots, { x: "set", y: "way", fill: "none", stroke: "currentColor", className: "hp-quiet" }),
      ...STEPS.flatMap(({ heat }) => {
        const some = slots.filter(({ fills }) => heatOf(fills) === heat);
        if (some.length === 0) return [];
        return [cell(some, { x: "set", y: "way", fill: "currentColor", className: `hp-heat-${heat}` })];
      }),
      axisX(named, { ...common, text: named.map(String) }),
      axisY({ ...common }),
      text([0], {
        frameAnchor: "bottom-right",
        lineAnchor: "top",
        textAnchor: "end",
        dy: 24,
        text: () => "set →",
        className: "hp-words",
      }),
      superText("way", "top-left", -MARGIN.left, 8 - MARGIN.top),
    ],
  });
}

function rows(slots: Slot[], sets: number): string[][] {
  return Array.from({ length: sets }, (_, set) => {
    const mine = slots.filter((slot) => slot.set === set);
    const held = mine.filter(({ line }) => line >= 0).map(({ line }) => line.toLocaleString("en-GB"));
    const fills = mine.reduce((sum, slot) => sum + slot.fills, 0);
    return [String(set), held.join(" · ") || "empty", fills.toLocaleString("en-GB")];
  });
}
