import { axisX, axisY, cell, type Markish, plot, text } from "@observablehq/plot";
import { type Layout, TEXT_SIZE, TICK_GAP, WIDTH } from "../parts/defaults.ts";
import { titleOf } from "../parts/entries.ts";
import { cut, widthOf } from "../parts/fit.ts";
import { superText } from "../parts/super-text.ts";
import { tickText } from "../parts/ticks.ts";
import { arrange, type Box, LEGEND_AT, RIGHT } from "./geometry.ts";
import { DARK_FROM, HEATS, type Heat, heatOf, inUnit } from "./heat.ts";
import { legend } from "./legend.ts";
import type { Surface, SurfaceCell, Surfaces } from "./rows.ts";

/** Room that a number needs in its cell, in pixels. */
const AROUND = 6;

type Placed = SurfaceCell & { fx?: number; fy?: number };

/** Heat maps of all surfaces on the same scale; each cell carries its number if all numbers fit. */
export function drawSurfaces(all: Surfaces, yLabel: string, xLabel: string, layout: Layout): Element {
  const { surfaces, xs, ys } = all;
  const heat = heatOf(surfaces.flatMap(({ cells }) => cells.map(({ ns }) => ns)));
  const left = Math.max(...ys.map((y) => widthOf(tickText(y)))) + 10;
  const titles = surfaces.map((surface) => titleOn(surface, all));
  const variants = new Set(surfaces.map(({ variant }) => variant)).size;
  const box = arrange(
    { titles, abreast: variants > 1 ? variants : titles.length, rows: ys.length, left },
    layout,
  );
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
    marginBottom: box.bottom,
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
      ...surfaces.map(({ entry }, i) => title(titles[i], entry.own, surfaces.length, box, i)),
      ...legend(heat, layout, box.top, left),
      superText(yLabel, "top-left", -left, LEGEND_AT.wide - box.top),
      superText(xLabel, "bottom-right", 0, box.bottom - 8),
    ],
  });
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

/** Where it was measured, after the variant if there are several. */
function titleOn({ entry, variant }: Surface, { surfaces }: Surfaces): string {
  const several = surfaces.some((other) => other.variant !== variant);
  return several ? `${variant}, ${titleOf(entry)}` : titleOf(entry);
}

function title(
  words: string,
  own: boolean,
  panels: number,
  { columns, panelWidth }: Box,
  i: number,
): Markish {
  const facet = panels > 1 ? { fx: i % columns, fy: Math.floor(i / columns) } : {};
  return text([cut(words, panelWidth)], {
    ...facet,
    text: (words: string) => words,
    frameAnchor: "top-left",
    textAnchor: "start",
    lineAnchor: "bottom",
    dy: -6,
    className: own ? "hp-own-words" : "hp-words",
  });
}
