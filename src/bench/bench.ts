import { runComparison } from "./comparison/comparison.ts";
import { sliceLength } from "./comparison/plan.ts";
import { BUDGET_MS, COARSEST_CLOCK_MS, LIVES_BUDGET_MS, SLICE_MS, SWEEP_BUDGET_MS } from "./defaults.ts";
import { throwIfAborted } from "./errors.ts";
import type { Host } from "./host.ts";
import { runLatencies } from "./latencies/run.ts";
import { runParallel } from "./parallel/parallel.ts";
import { noteQuiet, runJob, type Session } from "./session.ts";
import { type FullSpec, readSpec } from "./spec.ts";
import { runSweep } from "./sweep/sweep.ts";
import { runTimeline } from "./timeline/run.ts";
import type { Clock, Progress, Result, Spec } from "./types.ts";

export interface BenchOptions {
  host: Host;
  /** of order and inputs; random unless given */
  seed?: number;
  /**
   * blocks of a comparison, else replicates; planned from the budget (sweep, timeline: 5, latencies: 6) unless given
   */
  blocks?: number;
  /**
   * ms; what the Spec says, else 2,800 for a comparison of one or two variants and 1,400 more for each further one, 10,000
   * for the other shapes; a parallel run without a budget takes what its workers need
   */
  budgetMs?: number;
  signal?: AbortSignal;
  /** replaces the Spec's own */
  id?: string;
  /** of the cells the experiment was built from */
  hash?: string;
}

/**
 * Measures a Spec: fresh pairs for a comparison, whole replicates for the other shapes. Yields progress, which never
 * tells a time or a verdict, between worker runs; returns the record. Throws a TypeError or RangeError for a faulty
 * Spec, a WorkerError for a failure inside a worker, an AbortError after Stop.
 */
export async function* bench(spec: Spec, options: BenchOptions): AsyncGenerator<Progress, Result, void> {
  const { host, signal, blocks, hash = "" } = options;
  const full = readSpec({ ...spec, ...(options.id && { id: options.id }) });
  const { budgetMs = full.budgetMs ?? budgetOf(full), seed = randomSeed() } = options;
  const startMs = host.now();
  throwIfAborted(signal);
  yield { phase: "clock", done: 0, of: 1, sentence: "Reading the clock." };
  const clock = await host.clock();
  refuseCoarse(clock);
  const surroundings = await host.environment();
  const session: Session = {
    ...{ host, spec: full, hash, seed, blocks, budgetMs, signal, startMs, clock, surroundings },
    floorNs: 0,
    quietNs: null,
    overheads: [],
  };
  await measureFloor(session);
  return yield* measure(session);
}

/** The recipe of each shape. */
function measure(session: Session): AsyncGenerator<Progress, Result, void> {
  const { sweep, parallel, latencies, timeline } = session.spec;
  if (sweep) return runSweep(session, sweep);
  if (parallel) return runParallel(session, parallel);
  if (latencies) return runLatencies(session, latencies);
  if (timeline) return runTimeline(session, timeline);
  return runComparison(session);
}

function budgetOf({ names, sweep, latencies, timeline }: FullSpec): number {
  if (latencies || timeline) return LIVES_BUDGET_MS;
  return sweep ? SWEEP_BUDGET_MS : BUDGET_MS * Math.max(1, names.length / 2);
}

async function measureFloor(session: Session): Promise<void> {
  const { resolutionUs } = session.clock;
  const sliceMs = Math.min(4 * SLICE_MS, sliceLength(resolutionUs));
  const { run } = await runJob(session, { kind: "floor", sliceMs, resolutionUs });
  session.floorNs = run.nsPerCall;
  noteQuiet(session, run.quietNs);
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
