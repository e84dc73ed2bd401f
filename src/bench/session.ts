import { throwIfAborted } from "./errors.ts";
import type { Host, RunOf, Surroundings, TogetherJob, TogetherRun, WorkerJob, WorkerRun } from "./host.ts";
import type { FullSpec } from "./spec.ts";
import type { Clock } from "./types.ts";

/** What every kind of run shares. */
export interface Session {
  host: Host;
  spec: FullSpec;
  /** hash of the cells the experiment was built from */
  hash: string;
  seed: number;
  /** asked for by the caller */
  blocks?: number;
  budgetMs: number;
  signal?: AbortSignal;
  /** reading of `host.now()` at the start */
  startMs: number;
  clock: Clock;
  surroundings: Surroundings;
  floorNs: number;
  /** the reference kernel at its quietest so far, ns per step; null under a coarse clock */
  quietNs: number | null;
  /** overhead of each worker so far, ms */
  overheads: number[];
}

/** Runs one job in a fresh worker, unless the run was stopped meanwhile. */
export async function runJob<J extends WorkerJob>(session: Session, job: J): Promise<WorkerRun<RunOf<J>>> {
  throwIfAborted(session.signal);
  const run = await session.host.run(job, session.signal);
  session.overheads.push(run.overheadMs);
  return run;
}

/** Runs a set of workers side by side, unless the run was stopped meanwhile. */
export async function runTogether(session: Session, jobs: TogetherJob[]): Promise<WorkerRun<TogetherRun[]>> {
  throwIfAborted(session.signal);
  return session.host.runTogether(jobs, session.signal);
}

/** Keeps the quietest reading of the reference kernel. */
export function noteQuiet(session: Session, quietNs: number | null): void {
  if (quietNs !== null) session.quietNs = Math.min(session.quietNs ?? Infinity, quietNs);
}

/** ms of the budget that are left. */
export function budgetLeft({ host, budgetMs, startMs }: Session): number {
  return budgetMs - (host.now() - startMs);
}

/** "about 4 s" */
export function aboutSeconds(ms: number): string {
  return `about ${Math.max(1, Math.round(ms / 1000))} s`;
}
