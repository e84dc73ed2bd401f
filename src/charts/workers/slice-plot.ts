import { dot, lineY, type Markish } from "@observablehq/plot";
import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import type { Facet } from "../lines/lines.ts";
import { type Axes, drawPanels, type Panel, type Tick } from "../lines/panels.ts";
import { SERIES, SYMBOLS, TICK_GAP } from "../parts/defaults.ts";
import { type Entry, perOne, perWhat, placeOf, saidOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { widthOf } from "../parts/fit.ts";
import { exact, ratio } from "../parts/format.ts";
import { ratioDomain, ratioTicks } from "../parts/ratio-axis.ts";
import { scale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { type Measured, measuredBy } from "./rows.ts";
import { type Run, sliceRun, type VariantSlices } from "./slice-rows.ts";

export interface SlicePlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

interface View {
  entry: Entry;
  run: Run;
}

/** Width of the widest tick of a ratio axis over the height of one: ticks one above the other may be so much closer. */
const TICKS_UPRIGHT = 2;
/** No dot lies farther above the last tick than this ratio. */
const REACH = 1.3;

/**
 * Every slice in the order of the run, as its time over the typical time of its variant: a line joins the slices of one
 * worker. Slopes within the lines are warm-up or slow-downs, a slope over all of them is drift of the machine.
 */
export function slicePlot(outcome: Outcome, options: SlicePlotOptions = {}): HTMLElement {
  const measured = measuredBy(outcome);
  if (measured.length === 0) return emptyFigure();
  const per = perWhat(outcome);
  const views = measured.map((each) => ({ entry: each.entry, run: sliceRun(each) }));
  const axes = axesOf(views);
  return figure({
    label: "Dot plot: time of each slice over the typical time of its variant, in the order run, log scale",
    caption: options.caption ?? caption(views[0]),
    notes: inputNotes(outcome),
    draw: (layout) => drawPanels(views.map(panel), axes, layout),
    dense: true,
    table: tableView(
      `Times of the slices per ${per}`,
      [
        { head: "result" },
        { head: "variant" },
        { head: "block", number: true },
        { head: "place in block", number: true },
        { head: `slices in order (ns per ${per})` },
      ],
      measured.flatMap(lines),
    ),
  });
}

function axesOf(views: View[]): Axes {
  const slices = views.flatMap(({ run }) => run.variants.flatMap((variant) => variant.slices));
  const y = scale("log", [], ratioDomain(slices.map(({ y }) => y)));
  const longest = views.reduce((a, b) => (b.run.length > a.run.length ? b : a));
  return {
    x: scale("linear", [], [0, longest.run.length]),
    y,
    xLabel: "block, in the order run →",
    yLabel: "↑ slice over typical time",
    yTick: (tick) => `${tick}×`,
    xTicks: (width) => blockTicks(longest.run, width),
    yTicks: (height) => ratioTicks(y.domain, height * TICKS_UPRIGHT, REACH),
    shapes: true,
    sample: { line: false, shape: "filled", solid: true },
  };
}

/** The first block and every second, fifth … after it as there is room, each in the middle of its worker runs. */
function blockTicks({ blocks, length }: Run, width: number): Tick[] {
  const room = width / blocks.length;
  const step = [1, 2, 5, 10].find((step) => step * room >= widthOf(`${blocks.length}`) + TICK_GAP) ?? 20;
  return blocks
    .map((start, i) => ({ at: (start + (blocks[i + 1] ?? length)) / 2, words: `${i + 1}` }))
    .filter((_, i) => i % step === 0);
}

function panel({ entry, run }: View): Panel {
  return {
    title: titleOf(entry),
    own: entry.own,
    lines: run.variants.map(({ name, index }) => ({ name, index, points: [] })),
    behind: [],
    guides: [[0, run.length].map((x) => ({ x, y: 1 }))],
    marks: (facet) => run.variants.flatMap((variant) => sliceMarks(variant, facet)),
  };
}

function sliceMarks({ index, slices }: VariantSlices, facet: Facet): Markish[] {
  const at = { x: "x", y: "y", ...facet, className: `hp-series-${(index % SERIES) + 1}` } as const;
  return [
    lineY(slices, { ...at, z: "run", stroke: "currentColor", strokeWidth: 1.5, strokeLinejoin: "round" }),
    dot(
      slices.filter(({ run }, i) => run !== slices[i - 1]?.run),
      { ...at, r: 2.2, symbol: SYMBOLS[index % SYMBOLS.length], fill: "currentColor" },
    ),
  ];
}

function caption({ entry, run }: View): string {
  const parts = run.variants.map(({ name, within, across }) => {
    const inside = within === null ? "" : `${ratio(within)} within a worker and `;
    return `“${name}” ${inside}${ratio(across)} between workers`;
  });
  const joined = run.variants.some(({ within }) => within !== null);
  const lines = joined ? " A line joins the slices of one worker; its first slice has the shape." : "";
  return `${placeOf(entry)}, largest over smallest time: ${parts.join("; ")}.${lines}${saidOf(entry, ["drift", "slowdown", "gc"])}`;
}

function lines({ entry, variants }: Measured): string[][] {
  return variants.flatMap(({ name, workers }) =>
    workers.map(({ record: { block, position, slices } }) => [
      titleOf(entry),
      name,
      String(block + 1),
      String(position + 1),
      slices.map((ns) => exact(perOne(ns, entry.result))).join(", "),
    ]),
  );
}
