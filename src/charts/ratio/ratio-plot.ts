import { inputNotes } from "../../bench/experiment/settings.ts";
import type { Outcome } from "../../bench/types.ts";
import { perWhat, titleOf } from "../parts/entries.ts";
import { emptyFigure, figure } from "../parts/figure.ts";
import { exact, percent } from "../parts/format.ts";
import { type Column, tableView } from "../parts/table.ts";
import { drawRatios } from "./drawing.ts";
import { type RatioGroup, ratioGroups } from "./rows.ts";
import { ratioCaption, verdict } from "./text.ts";

export interface RatioPlotOptions {
  /** stands for the generated sentence under the figure */
  caption?: string;
}

/**
 * Every variant against the baseline: the ratio of each block, the ratio and its interval on a log
 * scale, the band of "same", and the times. The reader's own result stands above the recorded ones.
 */
export function ratioPlot(outcome: Outcome, options: RatioPlotOptions = {}): HTMLElement {
  const groups = ratioGroups(outcome);
  if (groups.length === 0) return emptyFigure();
  const per = perWhat(outcome);
  const { baseline } = groups[0];
  return figure({
    label: `Dot plot: ratio of the time of each variant to that of ${baseline}, log scale`,
    caption: options.caption ?? ratioCaption(groups),
    notes: inputNotes(outcome),
    draw: (layout) => drawRatios(groups, per, layout),
    table: tableView(`Ratios to ${baseline}`, columns(per), groups.flatMap(lines)),
  });
}

function columns(per: string): Column[] {
  return [
    { head: "result" },
    { head: "compared" },
    { head: "ratio (×)", number: true },
    { head: "from (×)", number: true },
    { head: "to (×)", number: true },
    { head: "coverage", number: true },
    { head: "verdict" },
    { head: `variant (ns per ${per})`, number: true },
    { head: `baseline (ns per ${per})`, number: true },
  ];
}

function lines({ variant, baseline, rows }: RatioGroup): string[][] {
  return rows.map((row) => [
    titleOf(row.entry),
    `${variant} against ${baseline}`,
    exact(row.comparison.ratio),
    exact(row.comparison.interval[0]),
    exact(row.comparison.interval[1]),
    percent(row.comparison.coverage),
    verdict(row),
    exact(row.variantNs),
    exact(row.baselineNs),
  ]);
}
