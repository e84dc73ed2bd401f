import { dot, type Markish, ruleX } from "@observablehq/plot";
import { inputNotes } from "../../bench/experiment/settings.ts";
import type { LatencyResult, Outcome } from "../../bench/types.ts";
import type { Facet } from "../lines/lines.ts";
import { type Axes, drawPanels, type Panel, type Tick } from "../lines/panels.ts";
import { SERIES, TICK_GAP } from "../parts/defaults.ts";
import { placeOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { widthOf } from "../parts/fit.ts";
import { exact, many, NO_BREAK, percent, time, timeTick } from "../parts/format.ts";
import { type Scale, scale } from "../parts/scale.ts";
import { tableView } from "../parts/table.ts";
import { type LatencyCurve, type LatencyView, latencyViews, nines } from "./rows.ts";

export interface LatencyPlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/** Shares of calls at the ticks, the one that is wanted most first. */
const SHARES = [0.5, 0.99, 0.999, 0.9, 0.9999, 0.99999, 0.999999];
/** Shares of calls in the caption. */
const TOLD = [0.5, 0.99, 0.999];
/** Intervals of two variants at the same share stand so many pixels apart. */
const ASIDE = 3;

/**
 * The time that a share of the calls took at most, on an axis stretched so that each further nine takes as much room as
 * the one before: the tail, which averages hide, gets most of the drawing. Bars are intervals over replicates.
 */
export function latencyPlot(outcome: Outcome, options: LatencyPlotOptions = {}): HTMLElement {
  const views = latencyViews(outcome);
  if (views.length === 0) return emptyFigure();
  const axes = axesOf(views);
  return figure({
    label: "Line chart: latency of a call against the share of calls that were at most as slow, log scale",
    caption: options.caption ?? caption(views[0]),
    notes: inputNotes(outcome),
    draw: (layout) => drawPanels(views.map(panel), axes, layout),
    dense: true,
    table: tableView(
      "Latencies of single calls",
      [
        { head: "result" },
        { head: "variant" },
        { head: "share of calls" },
        { head: "at most (ns)", number: true },
        { head: "from (ns)", number: true },
        { head: "to (ns)", number: true },
      ],
      views.flatMap(lines),
    ),
  });
}

function axesOf(views: LatencyView[]): Axes {
  const curves = views.flatMap((view) => view.curves.map((curve) => ({ curve, view })));
  const xs = curves.flatMap(({ curve }) => curve.points.map(({ x }) => x));
  const ys = curves.flatMap(({ curve, view: { stepNs } }) => [
    ...curve.points.map(({ y }) => y),
    ...curve.quantiles.flatMap(({ interval }) => interval.map((ns) => Math.max(ns, stepNs))),
  ]);
  const x = scale("linear", xs, [0, Math.max(...xs)]);
  return {
    x,
    y: scale("log", ys, [Math.min(...ys) * 0.8, Math.max(...ys) * 1.25]),
    xLabel: "share of calls at most as slow →",
    yLabel: "↑ latency of a call",
    yTick: timeTick,
    xTicks: (width) => shareTicks(x, width),
    shapes: false,
    namesAtEdge: true,
    left: 54,
  };
}

/** As many shares as stand apart, the most wanted first. */
function shareTicks({ domain: [, end], at }: Scale, width: number): Tick[] {
  const placed: { left: number; right: number; tick: Tick }[] = [];
  for (const share of SHARES.filter((share) => nines(share) <= end)) {
    const words = percent4(share);
    const [middle, half] = [at(nines(share)) * width, (widthOf(words) + TICK_GAP) / 2];
    const tick = { at: nines(share), words };
    const [left, right] = [middle - half, middle + half];
    if (placed.every((other) => right <= other.left || left >= other.right))
      placed.push({ left, right, tick });
  }
  return placed.map(({ tick }) => tick);
}

/** As `percent`, with as many nines as the share has. */
function percent4(share: number): string {
  return share > 0.999 ? `${Number((share * 100).toFixed(5))}${NO_BREAK}%` : percent(share);
}

function panel({ entry, curves, stepNs }: LatencyView): Panel {
  return {
    title: titleOf(entry),
    own: entry.own,
    lines: curves.map(({ name, index, points }) => ({ name, index, points })),
    behind: [],
    marks: (facet) =>
      curves.flatMap((curve, i) => intervals(curve, stepNs, (i - (curves.length - 1) / 2) * ASIDE, facet)),
  };
}

function intervals(
  { index, quantiles, points }: LatencyCurve,
  stepNs: number,
  dx: number,
  facet: Facet,
): Markish[] {
  const end = points[points.length - 1].x;
  const seen = (ns: number) => Math.max(ns, stepNs);
  const shown = quantiles
    .map(({ p, ns, interval: [low, high] }) => ({
      x: nines(p),
      y: seen(ns),
      low: seen(low),
      high: seen(high),
    }))
    .filter(({ x }) => x <= end);
  const at = { x: "x", ...facet, dx, className: `hp-series-${(index % SERIES) + 1}` } as const;
  return [
    ruleX(shown, { ...at, y1: "low", y2: "high", stroke: "currentColor", strokeWidth: 1.5 }),
    dot(shown, { ...at, y: "y", r: 2.5, fill: "currentColor" }),
  ];
}

function caption({ entry, curves, stepNs }: LatencyView): string {
  const parts = curves.map(({ name, quantiles, variant }) => {
    const told = TOLD.flatMap((share) => quantiles.find(({ p }) => p === share) ?? []);
    const shares = told.map(({ p, ns }) => `${percent4(p)} at most ${time(Math.max(ns, stepNs))}`);
    return `“${name}” ${[...shares, `slowest ${time(variant.maxNs)}`].join(", ")}`;
  });
  const coverage = Math.min(1, ...curves.flatMap(({ quantiles }) => quantiles.map((q) => q.coverage)));
  const sure = ` Bars are intervals over replicates, coverage at least ${percent4(coverage)}.`;
  const clamped = curves.some(({ quantiles }) => quantiles.some(({ ns }) => ns < stepNs));
  const floor = clamped ? ` Shorter times than one step of the clock, ${time(stepNs)}, are drawn at it.` : "";
  return `${placeOf(entry)}, latency of a call: ${parts.join("; ")}.${loadOf(entry.result.latencies)}${sure}${floor}`;
}

function loadOf(latencies: LatencyResult | null): string {
  if (latencies?.load.kind !== "open") return "";
  return ` Calls were due ${many(latencies.load.perSecond)} times a second; a latency counts from the moment its call was due.`;
}

function lines({ entry, curves }: LatencyView): string[][] {
  return curves.flatMap(({ name, quantiles, variant: { calls, meanNs, maxNs } }) => {
    const row = (what: string, ns: number, interval: string[]) => [
      titleOf(entry),
      name,
      what,
      exact(ns),
      ...interval,
    ];
    return [
      ...quantiles.map(({ p, ns, interval }) => row(percent4(p), ns, interval.map(exact))),
      row("slowest call", maxNs, ["", ""]),
      row(`mean of ${calls.toLocaleString("en-GB")} calls`, meanNs, ["", ""]),
    ];
  });
}
