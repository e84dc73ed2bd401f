import { PARALLEL_BATCH_MS, PARALLEL_BATCH_TICKS, UNCOUNTED, WARM_UP_MS } from "../defaults.ts";
import type { TogetherJob } from "../host.ts";
import { runTogether, type Session } from "../session.ts";
import { mixSeeds } from "../statistics/random.ts";
import { round } from "../statistics/round.ts";
import type { FullParallel } from "./spec.ts";

/** Workers that run side by side: one variant on one number of workers, or the harness's own kernel (null). */
export interface WorkerSet {
  variant: string | null;
  workers: number;
}

/** Every variant on every number of workers; then the kernel that shares nothing, on one worker and on two. */
export function setsOf(names: string[], { workers }: FullParallel): WorkerSet[] {
  return [
    ...names.flatMap((variant) => workers.map((count) => ({ variant, workers: count }))),
    { variant: null, workers: 1 },
    { variant: null, workers: 2 },
  ];
}

/** ms of calls between two readings of the clock. */
export function batchLength(resolutionUs: number): number {
  return Math.max(PARALLEL_BATCH_MS, (PARALLEL_BATCH_TICKS * resolutionUs) / 1000);
}

export interface SetRun {
  /** calls per second of all workers together */
  perSecond: number;
  hidden: boolean;
}

/** One life of a set. The rate is the mean over the time counted: slices of it fall into two groups when lines bounce. */
export async function runSet(
  session: Session,
  { variant, workers }: WorkerSet,
  ms: number,
  replicate: number,
): Promise<SetRun> {
  const jobs = Array.from({ length: workers }, (_, worker): TogetherJob => {
    const common = {
      ...{ worker, workers, ms, uncountedMs: UNCOUNTED * ms },
      ...{ batchMs: batchLength(session.clock.resolutionUs), warmUpMs: WARM_UP_MS },
    };
    // all sets of a replicate work on equal inputs
    return variant === null
      ? { kind: "gate", ...common }
      : { kind: "team", variant, seed: mixSeeds(session.seed, replicate + 1), ...common };
  });
  const { run, hidden } = await runTogether(session, jobs);
  const perSecond = run.reduce((total, { calls, ms: countedMs }) => total + (calls / countedMs) * 1000, 0);
  return { perSecond: round(perSecond), hidden };
}
