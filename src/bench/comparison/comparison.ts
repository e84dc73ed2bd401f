import { findWrongAnswer } from "../answers.ts";
import { BUDGET_MS, CONFIDENCE, REFERENCE_MS } from "../defaults.ts";
import type { MeasureJob, MeasureRun, PilotRun } from "../host.ts";
import { assemble } from "../result.ts";
import { aboutSeconds, budgetLeft, noteQuiet, runJob, type Session } from "../session.ts";
import { coverageOf, median, shareConfidence } from "../statistics/interval.ts";
import { mixSeeds } from "../statistics/random.ts";
import { compareAll, summarise } from "../statistics/summary.ts";
import type { Progress, Result, WorkerRecord } from "../types.ts";
import { noDisturbances, referencesOf, runBlock, withoutDisturbed } from "./blocks.ts";
import { mirroredOrder } from "./order.ts";
import { type Plan, patience, planBlocks, sliceLength, warmUpLimit } from "./plan.ts";

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
  const confidence = shareConfidence(CONFIDENCE, spec.names.length - 1);
  const measured = yield* runBlocks(session, plan, order, pilots, inputs, confidence);
  const { workers, references, disturbances } = measured;
  const used = withoutDisturbed(workers[0].length, confidence, disturbances);
  const variants = spec.names.map((name, v) =>
    summarise(
      name,
      pilots[v].coldNs,
      used.map((block) => workers[v][block]),
    ),
  );
  return assemble(session, {
    kind: "comparison",
    order: order.slice(0, workers[0].length),
    plan: { ...plan, blocks: used.length, inputs, sliceMs: sliceLength(session.clock.resolutionUs) },
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
      resolutionUs: clock.resolutionUs,
    };
    const { run } = await runJob(session, job);
    noteQuiet(session, run.quietNs);
    pilots.push(run);
  }
  return pilots;
}

/** ms around the set-up and timing of a worker run: what the workers so far took, and the cells. */
function overheadOf({ overheads }: Session, pilots: PilotRun[]): number {
  return median(overheads) + median(pilots.map(({ loadMs }) => loadMs)) + REFERENCE_MS;
}

/**
 * Runs the planned blocks, or as many as the time allows once they reach the confidence: a variant that the pilot saw
 * faster than it is must not hold the reader up. The time decides, never a ratio.
 */
async function* runBlocks(
  session: Session,
  plan: Plan,
  order: number[][],
  pilots: PilotRun[],
  inputs: number,
  confidence: number,
) {
  const { spec, seed, clock } = session;
  const workers: WorkerRecord[][] = spec.names.map(() => []);
  const references: number[] = [];
  const disturbances = noDisturbances();
  for (const [block, row] of order.entries()) {
    const blockMs = plan.expectedMs / plan.blocks;
    const enough = !session.blocks && coverageOf(block, 1) >= confidence;
    if (enough && budgetLeft(session) < blockMs) break;
    yield blockProgress(plan, block);
    const blocksToCome = plan.blocks - block;
    // one block more, which the plan keeps in reserve
    const spareMs = budgetLeft(session) - (blocksToCome + 1) * blockMs;
    const runsToCome = blocksToCome * row.length;
    const limits = {
      warmUpMs: plan.warmUpMs,
      warmUpMaxMs: warmUpLimit(plan, spareMs, runsToCome),
      slices: plan.slices,
      quietNs: session.quietNs,
    };
    const jobs = row.map((v): MeasureJob => {
      const variant = spec.names[v];
      // all variants of a block work on the same inputs, every block on others
      const inputSeed = mixSeeds(seed, block + 1);
      const { n, nsPerCall } = pilots[v];
      const sliceMs = Math.max(sliceLength(clock.resolutionUs), (n * nsPerCall) / 1e6);
      const { resolutionUs } = clock;
      const patienceMs = patience(plan, sliceMs, spareMs, runsToCome);
      const job = { variant, seed: inputSeed, inputs, n, sliceMs, patienceMs, resolutionUs };
      return { kind: "measure", ...job, ...limits };
    });
    const hasTime = () => budgetLeft(session) > blocksToCome * blockMs;
    const runs: MeasureRun[] = await runBlock(session, block, jobs, disturbances, hasTime);
    for (const [position, { n, warmUp, slices, setAside, quietNs }] of runs.entries()) {
      workers[row[position]].push({ block, position, n, warmUp, slices, setAside });
      noteQuiet(session, quietNs);
    }
    const speeds = referencesOf(runs);
    if (speeds.length > 0) references.push(median(speeds));
  }
  return { workers, references, disturbances };
}

/** Tells the time to come, never a time measured. */
function blockProgress(plan: Plan, block: number): Progress {
  const rest = ((plan.blocks - block) * plan.expectedMs) / plan.blocks;
  const long = plan.expectedMs > BUDGET_MS ? `, ${aboutSeconds(rest)} to go` : "";
  return {
    phase: "measure",
    done: block,
    of: plan.blocks,
    sentence: `Measuring block ${block + 1} of ${plan.blocks}${long}.`,
  };
}
