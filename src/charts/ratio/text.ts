import { placeOf } from "../parts/entries.ts";
import { list, percent, ratio } from "../parts/format.ts";
import type { RatioGroup, RatioRow } from "./rows.ts";

/** What the figure shows in words: the reader's own result if there is one, and the recorded ones. */
export function ratioCaption(groups: RatioGroup[]): string {
  return groups.length === 1 ? oneVariant(groups[0]) : severalVariants(groups);
}

function oneVariant({ variant, baseline, rows }: RatioGroup): string {
  const [lead, ...others] = rows;
  const beside = others.map(({ entry, comparison }) => `${ratio(comparison.ratio)} in ${entry.browser}`);
  const also = beside.length === 0 ? "" : `; ${lead.entry.own ? "recorded: " : ""}${list(beside)}`;
  return `${placeOf(lead.entry)}, “${variant}” takes ${ratio(lead.comparison.ratio)} the time of “${baseline}” (${certainty(lead)})${also}.`;
}

function severalVariants(groups: RatioGroup[]): string {
  const [lead] = groups[0].rows;
  const parts = groups.map(
    ({ variant, rows: [row] }) => `“${variant}” ${ratio(row.comparison.ratio)} (${certainty(row)})`,
  );
  return `${placeOf(lead.entry)}, times against “${groups[0].baseline}”: ${list(parts)}.`;
}

/** The verdict, with the interval that led to it. */
function certainty(row: RatioRow): string {
  const [low, high] = row.comparison.interval;
  return `${verdict(row)}; between ${ratio(low)} and ${ratio(high)}`;
}

/** The harness's verdict in its own words. */
export function verdict({ comparison, entry }: RatioRow): string {
  if (comparison.verdict !== "same") return comparison.verdict;
  return `the same within ${percent(entry.result.harness.sameWithin)}`;
}
