import type { Result } from "../../../bench/types.ts";
import type { NotebookRecord } from "../record.ts";
import { blocks } from "./blocks.ts";
import { cardFindings } from "./card.ts";
import { clockSteps } from "./clock-steps.ts";
import { dates } from "./dates.ts";
import { elapsed } from "./elapsed.ts";
import { allResults, type Finding, type Rule } from "./finding.ts";
import { recomputed } from "./recomputed.ts";
import { shortest } from "./shortest.ts";
import { spread } from "./spread.ts";
import { surroundings } from "./surroundings.ts";

/** In the order in which they rely on each other. */
const rules: Rule[] = [surroundings, blocks, shortest, clockSteps, spread, elapsed, recomputed];

/** Findings of one result that are worth reading; the rest follow from these. */
const MOST_FINDINGS = 3;

/**
 * What in a record cannot be true, whatever the machine: it contradicts itself, the protocol or physics. Nothing here
 * can tell a record forged with care; it tells mistakes, rounding, edits by hand and other harnesses.
 * @param now the date of today
 */
export function implausibilities(record: NotebookRecord, now: Date): Finding[] {
  return [
    ...dates(record, now),
    ...allResults(record).flatMap(([path, result]) => findingsOf(path, result)),
    ...cardFindings(record),
  ];
}

function findingsOf(path: string, result: Result): Finding[] {
  for (const rule of rules) {
    const found = rule(result).slice(0, MOST_FINDINGS);
    if (found.length > 0) return found.map(({ field, what }) => ({ field: `${path}.${field}`, what }));
  }
  return [];
}
