import { runComparison } from "./comparison.ts";
import { BUDGET_MS, COARSEST_CLOCK_MS, SLICE_MS, SWEEP_BUDGET_MS } from "./defaults.ts";
import { throwIfAborted } from "./errors.ts";
import type { Host } from "./host.ts";
import { runParallel } from "./parallel/parallel.ts";
import { sliceLength } from "./plan.ts";
import { runJob, type Session } from "./session.ts";
import { readSpec } from "./spec.ts";
import { runSweep } from "./sweep.ts";
import type { Clock, Progress, Result, Spec } from "./types.ts";

export interface BenchOptions {
  host: Host;
  /** of order and inputs; random unless given */
  seed?: number;
  /** blocks of a comparison, replicates of any other shape; planned from the budget (others: 5) unless given */
  blocks?: number;
  /** ms; 2,800 for a comparison, 10,000 for a sweep unless given; a parallel run takes what its workers need */
  budgetMs?: number;
  signal?: AbortSignal;
  /** replaces the Spec's own */
  id?: string;
  /** of the cells the experiment was built from */
  hash?: string;
}

/**
 * Measures a Spec: fresh pairs for a comparison, whole replicates for every other shape. Yields progress, which never tells a
 * time or a verdict, between worker runs; returns the record. Throws a TypeError or RangeError for a faulty Spec, a
 * WorkerError for a failure inside a worker, an AbortError after Stop.
 */
export async function* bench(spec: Spec, options: BenchOptions): AsyncGenerator<Progress, Result, void> {
  const { host, signal, blocks, hash = "" } = options;
  const full = readSpec({ ...spec, ...(options.id && { id: options.id }) });
  const { budgetMs = full.sweep ? SWEEP_BUDGET_MS : BUDGET_MS, seed = randomSeed() } = options;
  const startMs = host.now();
  throwIfAborted(signal);
  yield { phase: "clock", done: 0, of: 1, sentence: "Reading the clock." };
  const clock = await host.clock();
  refuseCoarse(clock);
  const surroundings = await host.environment();
  const session: Session = {
    ...{ host, spec: full, hash, seed, blocks, budgetMs, signal, startMs, clock, surroundings },
    floorNs: 0,
    overheads: [],
  };
  session.floorNs = await measureFloor(session);
  if (full.sweep) return yield* runSweep(session, full.sweep);
  if (full.parallel) return yield* runParallel(session, full.parallel);
  return yield* runComparison(session);
}

async function measureFloor(session: Session): Promise<number> {
  const sliceMs = Math.min(4 * SLICE_MS, sliceLength(session.clock.resolutionUs));
  return (await runJob(session, { kind: "floor", sliceMs })).run.nsPerCall;
}

function refuseCoarse({ resolutionUs }: Clock): void {
  if (resolutionUs <= COARSEST_CLOCK_MS * 1000) return;
  throw new RangeError(
    `The clock of this browser moves in steps of ${resolutionUs / 1000} ms, too coarse to time anything here. ` +
      "Protection against fingerprinting does that: allow it for this site, or read the recorded results.",
  );
}

function randomSeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}
