import { CONFIDENCE } from "../../bench/defaults.ts";
import { teamTimes } from "../../bench/parallel/times.ts";
import { estimateRatio } from "../../bench/statistics/interval.ts";
import type { Outcome, ParallelResult } from "../../bench/types.ts";
import { entries, namesOf, titleOf } from "../parts/entries.ts";
import { emptyFigure } from "../parts/figure.ts";
import { numberTable } from "../parts/table.ts";

/** The work of two workers over that of one: the harness's own kernel, and each variant. A row for each result. */
export function workerTable(outcome: Outcome): HTMLElement {
  const found = entries(outcome, ({ parallel }) => parallel !== null);
  if (found.length === 0) return emptyFigure();
  const names = namesOf(found.map(({ result }) => result.parallel?.points.map((p) => p.variant) ?? []));
  return numberTable(
    "Work of two workers over that of one",
    [
      { head: "result" },
      { head: "in registers", number: true },
      ...names.map((head) => ({ head, number: true })),
    ],
    found.map((entry) => {
      const { parallel } = entry.result;
      const gains = names.map((name) => (parallel ? gainOf(parallel, name) : "–"));
      return [titleOf(entry), spanOf(parallel?.scaling2 ?? null), ...gains];
    }),
  );
}

function gainOf(parallel: ParallelResult, variant: string): string {
  const one = teamTimes(parallel, variant, 1);
  const two = teamTimes(parallel, variant, 2);
  if (!one || !two) return "–";
  const { median: ratio, interval } = estimateRatio(one.times, two.times, CONFIDENCE);
  return spanOf({ ratio, interval });
}

function spanOf(gain: ParallelResult["scaling2"]): string {
  if (gain === null) return "–";
  const [low, high] = gain.interval.map((end) => end.toFixed(2));
  return `${gain.ratio.toFixed(2)}× (${low} to ${high})`;
}
