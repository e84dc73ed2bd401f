import { findWrongAnswer } from "./answers.ts";
import { noDisturbances, referencesOf, runBlock } from "./blocks.ts";
import { REFERENCE_MS, SLICE_MS, SLICE_OVERRUN } from "./defaults.ts";
import type { MeasureJob, MeasureRun, PilotRun } from "./host.ts";
import { median } from "./interval.ts";
import { mirroredOrder } from "./order.ts";
import { type Plan, planBlocks, sliceLength, warmUpLimit } from "./plan.ts";
import { mixSeeds } from "./random.ts";
import { assemble } from "./result.ts";
import { aboutSeconds, budgetLeft, runJob, type Session } from "./session.ts";
import { compareAll, summarise } from "./summary.ts";
import type { Progress, Result, WorkerRecord } from "./types.ts";

/** Pilots, plan, blocks, ratios. */
export async function* runComparison(session: Session): AsyncGenerator<Progress, Result, void> {
  const { spec, seed, floorNs } = session;
  const pilots = yield* runPilots(session);
  const linearity = Object.fromEntries(spec.names.map((name, v) => [name, pilots[v].linearity]));
  const wrongAnswer = findWrongAnswer(spec.names.map((variant, v) => ({ variant, ...pilots[v] })));
  if (wrongAnswer) return assemble(session, { kind: "comparison", wrongAnswer });

  const inputs = Math.min(...pilots.map((pilot) => pilot.inputs));
  const plan = planBlocks({
    budgetMs: budgetLeft(session),
    overheadMs: overheadOf(session, pilots),
    variants: pilots.map((pilot) => ({ setupMs: pilot.setupMs, sliceMs: (pilot.n * pilot.nsPerCall) / 1e6 })),
    blocks: session.blocks,
  });
  const order = mirroredOrder(spec.names.length, plan.blocks, seed);
  const { workers, references, disturbances } = yield* runBlocks(session, plan, order, pilots, inputs);
  const variants = spec.names.map((name, v) => summarise(name, pilots[v].coldNs, workers[v]));
  return assemble(session, {
    kind: "comparison",
    order,
    plan: { ...plan, inputs, sliceMs: sliceLength(session.clock.resolutionUs) },
    variants,
    comparisons: compareAll(variants, spec.baseline, spec.sameWithin, floorNs),
    linearity,
    references,
    disturbances,
  });
}

async function* runPilots(session: Session): AsyncGenerator<Progress, PilotRun[], void> {
  const { spec, seed, clock } = session;
  const pilots: PilotRun[] = [];
  for (const [v, variant] of spec.names.entries()) {
    yield { phase: "pilot", done: v, of: spec.names.length, sentence: `Trying ${variant}.` };
    const job = {
      kind: "pilot" as const,
      variant,
      seed: mixSeeds(seed),
      sliceMs: sliceLength(clock.resolutionUs),
    };
    pilots.push((await runJob(session, job)).run);
  }
  return pilots;
}

/** ms around the set-up and timing of a worker run: what the workers so far took, and the cells. */
function overheadOf({ overheads }: Session, pilots: PilotRun[]): number {
  return median(overheads) + median(pilots.map(({ loadMs }) => loadMs)) + REFERENCE_MS;
}

async function* runBlocks(
  session: Session,
  plan: Plan,
  order: number[][],
  pilots: PilotRun[],
  inputs: number,
) {
  const { spec, seed, clock } = session;
  const workers: WorkerRecord[][] = spec.names.map(() => []);
  const references: number[] = [];
  const disturbances = noDisturbances();
  for (const [block, row] of order.entries()) {
    yield blockProgress(session, plan, block);
    const blocksToCome = plan.blocks - block;
    // one block more, which the plan keeps in reserve
    const spareMs = budgetLeft(session) - ((blocksToCome + 1) * plan.expectedMs) / plan.blocks;
    const warmUpMaxMs = warmUpLimit(plan, spareMs, blocksToCome * row.length);
    const jobs = row.map((v): MeasureJob => {
      const variant = spec.names[v];
      const { slices, warmUpMs } = plan;
      // all variants of a block work on the same inputs, every block on others
      const inputSeed = mixSeeds(seed, block + 1);
      const common = { inputs, slices, warmUpMs, warmUpMaxMs, resolutionUs: clock.resolutionUs };
      const { n, nsPerCall } = pilots[v];
      const limitMs = SLICE_OVERRUN * slices * Math.max(SLICE_MS, (n * nsPerCall) / 1e6);
      return { kind: "measure", variant, seed: inputSeed, n, limitMs, ...common };
    });
    const runs: MeasureRun[] = await runBlock(session, block, jobs, disturbances);
    for (const [position, { warmUp, slices }] of runs.entries()) {
      const v = row[position];
      workers[v].push({ block, position, n: pilots[v].n, warmUp, slices });
    }
    const speeds = referencesOf(runs);
    if (speeds.length > 0) references.push(median(speeds));
  }
  return { workers, references, disturbances };
}

/** Tells the time to come, never a time measured. */
function blockProgress({ budgetMs }: Session, plan: Plan, block: number): Progress {
  const rest = ((plan.blocks - block) * plan.expectedMs) / plan.blocks;
  const long = plan.expectedMs > budgetMs ? `, ${aboutSeconds(rest)} to go` : "";
  return {
    phase: "measure",
    done: block,
    of: plan.blocks,
    sentence: `Measuring block ${block + 1} of ${plan.blocks}${long}.`,
  };
}
