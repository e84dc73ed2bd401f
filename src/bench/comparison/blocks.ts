import { REDOS, REFERENCE_TOLERANCE } from "../defaults.ts";
import type { RunOf, WorkerJob, WorkerRun } from "../host.ts";
import { runJob, type Session } from "../session.ts";
import { coverageOf, rankFor } from "../statistics/interval.ts";
import type { Result } from "../types.ts";

/** Jobs whose runs tell how fast the machine was. */
type TimedJob = Extract<WorkerJob, { kind: "measure" | "sweep" | "latencies" | "timeline" }>;

/** What disturbed a run, across its blocks. */
export interface Disturbances {
  discarded: Result["discarded"];
  /** disturbed, but not measured again because the redos were used up or the time was over */
  kept: { block: number; reason: string; spread: number }[];
  wasHidden: boolean;
}

export function noDisturbances(): Disturbances {
  return { discarded: [], kept: [], wasHidden: false };
}

interface Uneven {
  spread: number;
  reason: string;
}

/** What an attempt at a block gave, and what may have disturbed it. */
interface Attempt<R> {
  runs: R[];
  hidden: boolean;
  /** that the machine was not equally fast throughout: by what part, in words; null if it was or nobody knows */
  uneven: Uneven | null;
}

/**
 * Runs the jobs of one block, one worker at a time, and again if something disturbed it.
 * @param hasTime asked before a block is repeated for uneven speed: a sweep's blocks take seconds
 */
export async function runBlock<J extends TimedJob>(
  session: Session,
  block: number,
  jobs: J[],
  disturbances: Disturbances,
  hasTime?: () => boolean,
): Promise<RunOf<J>[]> {
  const attempt = async () => {
    const lives: WorkerRun<RunOf<J>>[] = [];
    for (const job of jobs) lives.push(await runJob(session, job));
    const runs = lives.map(({ run }) => run);
    return { runs, hidden: lives.some(({ hidden }) => hidden), uneven: unevenSpeed(runs) };
  };
  return undisturbed(block, disturbances, attempt, hasTime);
}

/**
 * Attempts a block again while something disturbed it that has nothing to do with the variants. To throw away blocks
 * for their times would bias the result; these reasons cannot.
 */
export async function undisturbed<R>(
  block: number,
  disturbances: Disturbances,
  attempt: () => Promise<Attempt<R>>,
  hasTime: () => boolean = () => true,
): Promise<R[]> {
  for (;;) {
    const { runs, hidden, uneven } = await attempt();
    const found = hidden ? { spread: Infinity, reason: "the tab was hidden" } : uneven;
    disturbances.wasHidden ||= hidden;
    if (found === null) return runs;
    const mayRepeat = disturbances.discarded.length < REDOS && (hidden || hasTime());
    if (!mayRepeat) {
      disturbances.kept.push({ block, ...found });
      return runs;
    }
    disturbances.discarded.push({ block, reason: found.reason });
  }
}

function unevenSpeed(runs: { referenceNs: number | null }[]): Uneven | null {
  const references = referencesOf(runs);
  if (references.length < 2) return null;
  const spread = Math.max(...references) / Math.min(...references) - 1;
  if (spread <= REFERENCE_TOLERANCE) return null;
  return {
    spread,
    reason: `the reference kernel differed by ${Math.round(spread * 100)} % between its workers`,
  };
}

/**
 * The blocks to estimate from, by number: all that nothing disturbed, and of the others the least disturbed ones as
 * far as they help. More blocks bear more strays beyond the interval on either side, but a disturbed one may be a stray itself, on
 * one side or the other; the number that leaves most to spare is taken. What is left out counts as discarded. Only the
 * reference kernel decides, so no time is favoured.
 */
export function withoutDisturbed(blocks: number, confidence: number, disturbances: Disturbances): number[] {
  const { kept, discarded } = disturbances;
  const even = blocks - kept.length;
  const toSpare = (count: number) => rankFor(count, confidence) - Math.max(0, count - even) / 2;
  const counts = Array.from({ length: kept.length + 1 }, (_, i) => even + i).filter(
    (count) => coverageOf(count, 1) >= confidence,
  );
  const best = counts.toSorted((a, b) => toSpare(b) - toSpare(a) || b - a).at(0) ?? blocks;
  kept.sort((a, b) => a.spread - b.spread);
  const out = kept.splice(best - even).map(({ block, reason }) => ({ block, reason }));
  discarded.push(...out);
  const all = Array.from({ length: blocks }, (_, block) => block);
  return all.filter((block) => out.every((left) => left.block !== block));
}

/** The reference times among runs; none under a coarse clock. */
export function referencesOf(runs: { referenceNs: number | null }[]): number[] {
  return runs.map(({ referenceNs }) => referenceNs).filter((ns) => ns !== null);
}
