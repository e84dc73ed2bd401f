import { REDOS, REFERENCE_TOLERANCE } from "./defaults.ts";
import type { RunOf, WorkerJob, WorkerRun } from "./host.ts";
import { coverageOf } from "./interval.ts";
import { runJob, type Session } from "./session.ts";
import type { Result } from "./types.ts";

/** Jobs whose runs tell how fast the machine was. */
type TimedJob = Extract<WorkerJob, { kind: "measure" | "sweep" | "latencies" | "timeline" }>;

/** What disturbed a run, across its blocks. */
export interface Disturbances {
  discarded: Result["discarded"];
  /** disturbed, but not measured again because the redos were used up or the time was over */
  kept: Result["discarded"];
  wasHidden: boolean;
}

export function noDisturbances(): Disturbances {
  return { discarded: [], kept: [], wasHidden: false };
}

/** What an attempt at a block gave, and what may have disturbed it. */
interface Attempt<R> {
  runs: R[];
  hidden: boolean;
  /** that the machine was not equally fast throughout, in words; null if it was or nobody knows */
  uneven: string | null;
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
    const reason = hidden ? "the tab was hidden" : uneven;
    disturbances.wasHidden ||= hidden;
    if (reason === null) return runs;
    const mayRepeat = disturbances.discarded.length < REDOS && (hidden || hasTime());
    if (!mayRepeat) {
      disturbances.kept.push({ block, reason });
      return runs;
    }
    disturbances.discarded.push({ block, reason });
  }
}

function unevenSpeed(runs: { referenceNs: number | null }[]): string | null {
  const references = referencesOf(runs);
  if (references.length < 2) return null;
  const spread = Math.max(...references) / Math.min(...references) - 1;
  if (spread <= REFERENCE_TOLERANCE) return null;
  return `the reference kernel differed by ${Math.round(spread * 100)} % between its workers`;
}

/**
 * The blocks to estimate from: those that nothing disturbed, if they reach the confidence, else all. What is left out
 * counts as discarded; the reasons are the same as for measuring a block again, so no time is favoured.
 */
export function withoutDisturbed(blocks: number, confidence: number, disturbances: Disturbances): number[] {
  const all = Array.from({ length: blocks }, (_, block) => block);
  const rest = all.filter((block) => disturbances.kept.every((kept) => kept.block !== block));
  if (rest.length === blocks || coverageOf(rest.length, 1) < confidence) return all;
  disturbances.discarded.push(...disturbances.kept.splice(0));
  return rest;
}

/** The reference times among runs; none under a coarse clock. */
export function referencesOf(runs: { referenceNs: number | null }[]): number[] {
  return runs.map(({ referenceNs }) => referenceNs).filter((ns) => ns !== null);
}
