import { axisX, axisY, cell, dot, type Markish, plot, text } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, TICK_GAP, WIDTH } from "../parts/defaults.ts";
import { titleOf } from "../parts/entries.ts";
import { cut, widthOf } from "../parts/fit.ts";
import { NO_BREAK, time } from "../parts/format.ts";
import { tickText } from "../parts/ticks.ts";
import { DARK_FROM, HEATS, type Heat, heatOf, inUnit } from "./heat.ts";
import type { Surface, SurfaceCell, Surfaces } from "./rows.ts";

/** Pixels: a row of cells at least, and at most; label of the y axis and legend above; title; numbers; label of the x axis. */
const ROW = { least: 20, most: 26 };
const PANEL = 190;
const ABOVE = 34;
const TITLE = 22;
const NUMBERS = 30;
const BELOW = 18;
const GUTTER = 28;
const RIGHT = 2;
/** Room that a number needs in its cell. */
const AROUND = 6;
/** One step of the legend. */
const STEP = { width: 18, height: 12 };

type Placed = SurfaceCell & { fx?: number; fy?: number };

/** Heat maps of all surfaces on the same scale; each cell carries its number if all numbers fit. */
export function drawSurfaces(all: Surfaces, yLabel: string, xLabel: string, layout: Layout): Element {
  const { surfaces, xs, ys } = all;
  const heat = heatOf(surfaces.flatMap(({ cells }) => cells.map(({ ns }) => ns)));
  const left = Math.max(...ys.map((y) => widthOf(tickText(y)))) + 10;
  const box = arrange(surfaces.length, { xs: xs.length, ys: ys.length, left }, layout);
  const placed = surfaces.flatMap(({ cells }, i): Placed[] =>
    cells.map((each) =>
      surfaces.length > 1 ? { ...each, fx: i % box.columns, fy: Math.floor(i / box.columns) } : each,
    ),
  );
  const cellWidth = box.panelWidth / xs.length;
  const numbered = placed.every(({ ns }) => widthOf(inUnit(ns, heat.unit)) + AROUND <= cellWidth);
  return plot({
    className: "hp-plot",
    width: WIDTH[layout],
    height: box.height,
    marginTop: box.top,
    marginRight: RIGHT,
    marginBottom: NUMBERS + BELOW,
    marginLeft: left,
    style: { fontSize: `${TEXT_SIZE}px` },
    x: { type: "band", domain: xs, padding: 0, round: false },
    y: { type: "band", domain: ys, padding: 0, reverse: true, round: false },
    fx: { axis: null, paddingInner: box.padding.x, paddingOuter: 0, round: false },
    fy: { axis: null, paddingInner: box.padding.y, paddingOuter: 0, round: false },
    marks: [
      ...heatMarks(placed, heat, surfaces.length > 1),
      ...(numbered ? numberMarks(placed, heat, surfaces.length > 1) : []),
      ...axes(xs, ys, cellWidth),
      ...surfaces.map((surface, i) => title(surface, all, box, i)),
      ...legend(heat, layout, box.top, left),
      label(yLabel, "top-left", -left, 8 - box.top),
      label(xLabel, "bottom-right", 0, NUMBERS + BELOW - 8),
    ],
  });
}

interface Box {
  columns: number;
  panelWidth: number;
  top: number;
  height: number;
  padding: { x: number; y: number };
}

function arrange(
  panels: number,
  { ys, left }: { xs: number; ys: number; left: number },
  layout: Layout,
): Box {
  const columns = layout === "narrow" ? 1 : Math.min(panels, panels % 3 === 0 && panels < 6 ? 3 : 2);
  const rows = Math.ceil(panels / columns);
  const panelHeight = ys * Math.max(ROW.least, Math.min(ROW.most, PANEL / ys));
  const panelWidth = (WIDTH[layout] - left - RIGHT - (columns - 1) * GUTTER) / columns;
  const between = NUMBERS + TITLE;
  // a phone has no room for axis label and legend side by side
  const top = ABOVE + TITLE + (layout === "narrow" ? 20 : 0);
  return {
    columns,
    panelWidth,
    top,
    height: top + rows * panelHeight + (rows - 1) * between + NUMBERS + BELOW,
    padding: { x: GUTTER / (panelWidth + GUTTER), y: between / (panelHeight + between) },
  };
}

/** A mark for each step, so that its colour comes from the style sheet. */
function heatMarks(cells: Placed[], { stepOf }: Heat, faceted: boolean): Markish[] {
  const facets = faceted ? { fx: "fx", fy: "fy" } : {};
  return Array.from({ length: HEATS }, (_, i) => i + 1).flatMap((step) => {
    const some = cells.filter(({ ns }) => stepOf(ns) === step);
    if (some.length === 0) return [];
    return [
      cell(some, {
        x: "x",
        y: "y",
        ...facets,
        inset: 0.5,
        fill: "currentColor",
        className: `hp-heat-${step}`,
      }),
    ];
  });
}

function numberMarks(cells: Placed[], { stepOf, unit }: Heat, faceted: boolean): Markish[] {
  const facets = faceted ? { fx: "fx", fy: "fy" } : {};
  const inked = (dark: boolean) => cells.filter(({ ns }) => stepOf(ns) >= DARK_FROM === dark);
  return [false, true].flatMap((dark) => {
    const some = inked(dark);
    if (some.length === 0) return [];
    return [
      text(some, {
        x: "x",
        y: "y",
        ...facets,
        text: ({ ns }: Placed) => inUnit(ns, unit),
        className: dark ? "hp-on-heat" : "hp-words",
      }),
    ];
  });
}

function axes(xs: number[], ys: number[], cellWidth: number): Markish[] {
  const widest = Math.max(...xs.map((x) => widthOf(tickText(x)))) + TICK_GAP;
  const every = Math.max(1, Math.ceil(widest / cellWidth));
  const across = xs.filter((_, i) => i % every === 0);
  const common = { label: null, tickSize: 0, className: "hp-axis" } as const;
  return [
    axisX(across, { ...common, facetAnchor: null, text: across.map(tickText) }),
    axisY(ys, { ...common, text: ys.map(tickText) }),
  ];
}

/** The variant if there are several, and where it was measured. */
function title(surface: Surface, { surfaces }: Surfaces, { columns, panelWidth }: Box, i: number): Markish {
  const { entry, variant } = surface;
  const several = new Set(surfaces.map(({ variant }) => variant)).size > 1;
  const words = several ? `${variant}, ${titleOf(entry)}` : titleOf(entry);
  const facet = surfaces.length > 1 ? { fx: i % columns, fy: Math.floor(i / columns) } : {};
  return text([cut(words, panelWidth)], {
    ...facet,
    text: (words: string) => words,
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dy: -6,
    className: entry.own ? "hp-own-words" : "hp-words",
  });
}

/** The steps of the scale between its ends, at the top right; on a phone under the label of the y axis. */
function legend({ ends, unit }: Heat, layout: Layout, top: number, left: number): Markish[] {
  const high = time(ends[1]);
  const low = high.endsWith(NO_BREAK + unit.name) ? inUnit(ends[0], unit) : time(ends[0]);
  const width = HEATS * STEP.width;
  const y = (layout === "narrow" ? 28 : 8) - top;
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

function label(words: string, frameAnchor: "top-left" | "bottom-right", dx: number, dy: number): Markish {
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
