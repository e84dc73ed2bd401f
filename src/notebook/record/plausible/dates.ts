import type { NotebookRecord } from "../record.ts";
import { allResults, type Finding } from "./finding.ts";

/** Before this day the harness did not exist. */
const FIRST = "2026-11-01";

/** ms that clocks of two machines may differ, time zones set wrongly included. */
const DAY = 86_400_000;

/** ms by which a result may seem later than the record of it. */
const MINUTE = 60_000;

/** Dates in the future, before the harness existed, or of results made after their own record. */
export function dates(record: NotebookRecord, now: Date): Finding[] {
  const recordedAt = Date.parse(record.recordedAt);
  const findings: Finding[] = [];
  if (recordedAt > now.getTime() + DAY)
    findings.push({ field: "recordedAt", what: `${record.recordedAt} lies in the future` });
  for (const [path, { createdAt }] of allResults(record)) {
    const field = `${path}.createdAt`;
    if (Date.parse(createdAt) > recordedAt + MINUTE)
      findings.push({ field, what: `${createdAt} is later than the record of it, ${record.recordedAt}` });
    if (createdAt < FIRST)
      findings.push({ field, what: `${createdAt} is earlier than ${FIRST}, when the harness did not exist` });
  }
  const { measuredAt } = record.card ?? {};
  if (measuredAt !== undefined && Date.parse(measuredAt) > recordedAt + MINUTE)
    findings.push({
      field: "card.measuredAt",
      what: `${measuredAt} is later than the record, ${record.recordedAt}`,
    });
  if (measuredAt !== undefined && measuredAt < FIRST)
    findings.push({ field: "card.measuredAt", what: `${measuredAt} is earlier than ${FIRST}` });
  return findings;
}
