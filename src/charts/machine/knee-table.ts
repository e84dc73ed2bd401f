import { sizeTimes } from "../../bench/machine/card.ts";
import { findStaircase, type Staircase } from "../../bench/machine/staircase.ts";
import { kneeRange, sizeText } from "../../bench/machine/words.ts";
import { median } from "../../bench/statistics/interval.ts";
import type { Outcome } from "../../bench/types.ts";
import { entries, titleOf } from "../parts/entries.ts";
import { emptyFigure } from "../parts/figure.ts";
import { short } from "../parts/format.ts";
import { type Column, numberTable } from "../parts/table.ts";

/** Where the plateaus of a staircase end, a row for each result: the reader's own and every recorded one. */
export function kneeTable(outcome: Outcome): HTMLElement {
  const rows = entries(outcome, ({ sweep }) => sweep !== null && !sweep.second).map((entry) => {
    const sizes = sizeTimes(entry.result);
    return { name: titleOf(entry), staircase: findStaircase(sizes), largest: sizes[sizes.length - 1] };
  });
  if (rows.length === 0) return emptyFigure();
  const most = Math.max(...rows.map(({ staircase }) => staircase.knees.length));
  const columns: Column[] = [
    { head: "result" },
    { head: "at first (ns)", number: true },
    ...Array.from({ length: most }, (_, i) => ({ head: `knee ${i + 1}` })),
    { head: `at ${sizeText(rows[0].largest.bytes)} (ns)`, number: true },
  ];
  return numberTable(
    "Time of a load, and where it leaves a plateau",
    columns,
    rows.map(({ name, staircase, largest }) => [
      name,
      firstOf(staircase),
      ...Array.from({ length: most }, (_, i) => (i in staircase.knees ? kneeRange(staircase.knees[i]) : "–")),
      short(median(largest.runs)),
    ]),
  );
}

function firstOf({ plateaus }: Staircase): string {
  return plateaus.length > 0 ? short(plateaus[0].ns) : "–";
}
