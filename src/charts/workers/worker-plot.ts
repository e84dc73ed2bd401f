import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import { perWhat, placeOf, saidOf, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact, list, ratio, time } from "../parts/format.ts";
import { type Column, tableView } from "../parts/table.ts";
import { type Measured, measuredBy } from "./rows.ts";
import { drawWorkers, slowest, type WorkerGroup } from "./worker-drawing.ts";

export interface WorkerPlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * A dot for each worker: its time over the typical time of its variant in the same result, on a log scale. Two groups
 * of dots are two speeds; a dot far to the right is a straggler. The reader's own result stands above the recorded ones.
 */
export function workerPlot(outcome: Outcome, options: WorkerPlotOptions = {}): HTMLElement {
  const measured = measuredBy(outcome);
  if (measured.length === 0) return emptyFigure();
  const per = perWhat(outcome);
  const groups = byVariant(measured);
  return figure({
    label: "Dot plot: time of each worker over the typical time of its variant, log scale",
    caption: options.caption ?? caption(measured[0], per),
    notes: inputNotes(outcome),
    draw: (layout) => drawWorkers(groups, per, layout),
    table: tableView(`Times of the workers per ${per}`, columns(per), groups.flatMap(lines)),
  });
}

function byVariant(measured: Measured[]): WorkerGroup[] {
  const variants = new Map(measured.flatMap((m) => m.variants.map(({ index, name }) => [index, name])));
  return [...variants].map(([index, name]) => ({
    name,
    rows: measured.flatMap(({ entry, variants }) =>
      variants.filter((variant) => variant.index === index).map((times) => ({ entry, times })),
    ),
  }));
}

function caption({ entry, variants }: Measured, per: string): string {
  const parts = variants.map((times) => {
    const { name, typicalNs, workers } = times;
    return `“${name}” ${ratio(slowest(times) / typicalNs)} of ${time(typicalNs)} (${workers.length} workers)`;
  });
  return `${placeOf(entry)}, slowest worker against the typical time per ${per}: ${list(parts)}. Shaded: the interval of the typical time.${saidOf(entry, ["two-speeds"])}`;
}

function columns(per: string): Column[] {
  return [
    { head: "result" },
    { head: "variant" },
    { head: "workers", number: true },
    { head: `typical (ns per ${per})`, number: true },
    { head: "from (ns)", number: true },
    { head: "to (ns)", number: true },
    { head: "each worker in the order run (ns)" },
  ];
}

function lines({ name, rows }: WorkerGroup): string[][] {
  return rows.map(({ entry, times: { workers, typicalNs, interval } }) => [
    titleOf(entry),
    name,
    String(workers.length),
    ...[typicalNs, ...interval].map(exact),
    workers.map(({ ns }) => exact(ns)).join(", "),
  ]);
}
