import { findWrongAnswer } from "../answers.ts";
import { type Disturbances, noDisturbances, referencesOf, runBlock } from "../comparison/blocks.ts";
import { mirroredOrder } from "../comparison/order.ts";
import { REFERENCE_MS } from "../defaults.ts";
import type { RunOf } from "../host.ts";
import { aboutSeconds, budgetLeft, runJob, type Session } from "../session.ts";
import { median } from "../statistics/interval.ts";
import { mixSeeds } from "../statistics/random.ts";
import type { Progress } from "../types.ts";
import type { LatencyJob, TimelineJob, TrialRun } from "./messages.ts";

/** What the first calls told. */
export interface Trials {
  wrongAnswer: string | null;
  /** inputs that take turns: as many as the slowest variant can afford */
  inputs: number;
  /** ms of a worker's life around its calls */
  overheadMs: number;
  /** ms of the longest first call */
  callMs: number;
}

/** Calls every variant once, each in a worker of its own. */
export async function* runTrials(session: Session, mayWait: boolean): AsyncGenerator<Progress, Trials, void> {
  const { spec, seed, overheads } = session;
  const trials: TrialRun[] = [];
  for (const [v, variant] of spec.names.entries()) {
    yield { phase: "pilot", done: v, of: spec.names.length, sentence: `Trying ${variant}.` };
    trials.push((await runJob(session, { kind: "trial", variant, seed: mixSeeds(seed), mayWait })).run);
  }
  const inputs = Math.min(...trials.map((trial) => trial.inputs));
  const lifeMs = Math.max(...trials.map(({ loadMs, setupMs }) => loadMs + inputs * setupMs));
  return {
    wrongAnswer: findWrongAnswer(spec.names.map((variant, v) => ({ variant, answer: trials[v].answer }))),
    inputs,
    overheadMs: median(overheads) + lifeMs + REFERENCE_MS,
    callMs: Math.max(...trials.map(({ coldNs }) => coldNs)) / 1e6,
  };
}

export interface Replicates<J extends LatencyJob | TimelineJob> {
  /** variant indices, one row for each replicate */
  order: number[][];
  /** of each variant, in the order of the replicates */
  runs: RunOf<J>[][];
  references: number[];
  disturbances: Disturbances;
}

/**
 * Gives every variant a fresh worker in every replicate, in seeded, mirrored order; equal inputs within a replicate.
 */
export async function* runReplicates<J extends LatencyJob | TimelineJob>(
  session: Session,
  replicates: number,
  lifeMs: number,
  jobOf: (variant: string, seed: number) => J,
): AsyncGenerator<Progress, Replicates<J>, void> {
  const { spec, seed } = session;
  const order = mirroredOrder(spec.names.length, replicates, seed);
  const runs: RunOf<J>[][] = spec.names.map(() => []);
  const references: number[] = [];
  const disturbances = noDisturbances();
  for (const [replicate, row] of order.entries()) {
    const restMs = (replicates - replicate) * row.length * lifeMs;
    yield {
      phase: "measure",
      done: replicate,
      of: replicates,
      sentence: `Replicate ${replicate + 1} of ${replicates}, ${aboutSeconds(restMs)} to go.`,
    };
    const jobs = row.map((v) => jobOf(spec.names[v], mixSeeds(seed, replicate + 1)));
    const hasTime = () => budgetLeft(session) > restMs;
    const block: RunOf<J>[] = await runBlock(session, replicate, jobs, disturbances, hasTime);
    for (const [position, run] of block.entries()) runs[row[position]].push(run);
    const speeds = referencesOf(block);
    if (speeds.length > 0) references.push(median(speeds));
  }
  return { order, runs, references, disturbances };
}
