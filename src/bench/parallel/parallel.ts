import { findWrongAnswer } from "../answers.ts";
import { noDisturbances, undisturbed } from "../comparison/blocks.ts";
import { mirroredOrder } from "../comparison/order.ts";
import { CONFIDENCE, LONG_YIELD_MS, REPLICATES, WARM_UP_MS, YIELD_MS } from "../defaults.ts";
import type { SurveyRun } from "../host.ts";
import { assemble } from "../result.ts";
import { aboutSeconds, budgetLeft, runJob, type Session } from "../session.ts";
import { estimate, median } from "../statistics/interval.ts";
import { mixSeeds } from "../statistics/random.ts";
import { affordableReplicates, inTime, isThrifty } from "../sweep/thrift.ts";
import type { ParallelPoint, Progress, Result } from "../types.ts";
import { CHAIN_STEPS } from "../worker/chain.ts";
import { scalingOf } from "./scaling.ts";
import { batchLength, runSet, setsOf, type WorkerSet } from "./sets.ts";
import type { FullParallel } from "./spec.ts";

/** One call alone for the answers, then replicates of all sets of workers, the gate's among them. */
export async function* runParallel(
  session: Session,
  parallel: FullParallel,
): AsyncGenerator<Progress, Result, void> {
  const { spec, seed, clock } = session;
  const surveys = yield* runSurveys(session);
  const answers = spec.names.map((variant, v) => ({ variant, answer: surveys[v].points[0].answer }));
  const wrongAnswer = findWrongAnswer(answers);
  if (wrongAnswer) return assemble(session, { kind: "parallel", wrongAnswer });

  const sets = setsOf(spec.names, parallel);
  const replicateMs = sets.length * expectedSetMs(session, surveys, parallel.ms);
  const planned = isThrifty(session)
    ? affordableReplicates(budgetLeft(session), replicateMs)
    : (session.blocks ?? REPLICATES);
  const order = mirroredOrder(sets.length, planned, seed);
  const { rates, disturbances } = yield* runReplicates(session, sets, order, parallel.ms, replicateMs);
  const [one, two] = rates.slice(-2);
  const replicates = one.length;
  const points = sets.slice(0, -2).map((set, s) => summarise(set, rates[s]));
  return assemble(session, {
    kind: "parallel",
    order: order.slice(0, replicates),
    plan: {
      ...{ blocks: replicates, inputs: 1 },
      ...{ sliceMs: batchLength(clock.resolutionUs), warmUpMs: WARM_UP_MS },
    },
    parallel: { ...parallel, scaling2: scalingOf(two, one), points },
    references: one.map((perSecond) => 1e9 / (perSecond * CHAIN_STEPS)),
    disturbances,
  });
}

async function* runSurveys(session: Session): AsyncGenerator<Progress, SurveyRun[], void> {
  const { names } = session.spec;
  const surveys: SurveyRun[] = [];
  for (const [done, variant] of names.entries()) {
    yield { phase: "pilot", done, of: names.length, sentence: `Trying ${variant} on one worker.` };
    const points = [{ worker: 0, workers: 1 }];
    surveys.push(
      (await runJob(session, { kind: "survey", variant, seed: mixSeeds(session.seed), points })).run,
    );
  }
  return surveys;
}

function expectedSetMs({ overheads }: Session, surveys: SurveyRun[], ms: number): number {
  const setupMs = surveys.map(({ loadMs, points }) => loadMs + points[0].setupMs);
  return median(overheads) + median(setupMs) + WARM_UP_MS + YIELD_MS + LONG_YIELD_MS + ms;
}

/** All sets, again and again, in seeded order, every second replicate the mirror of the one before. */
async function* runReplicates(
  session: Session,
  sets: WorkerSet[],
  order: number[][],
  ms: number,
  expectedMs: number,
) {
  const rates: number[][] = sets.map(() => []);
  const disturbances = noDisturbances();
  for (const [replicate, row] of inTime(session, order)) {
    const left = aboutSeconds((order.length - replicate) * expectedMs);
    const sentence = `Workers side by side, round ${replicate + 1} of ${order.length}, ${left} to go.`;
    yield { phase: "measure", done: replicate, of: order.length, sentence } satisfies Progress as Progress;
    const found = await undisturbed(replicate, disturbances, async () => {
      const runs = [];
      for (const s of row) runs.push(await runSet(session, sets[s], ms, replicate));
      return { runs, hidden: runs.some(({ hidden }) => hidden), uneven: null };
    });
    for (const [position, { perSecond }] of found.entries()) rates[row[position]].push(perSecond);
  }
  return { rates, disturbances };
}

function summarise({ variant, workers }: WorkerSet, runs: number[]): ParallelPoint {
  const { median: perSecond, interval, coverage } = estimate(runs, CONFIDENCE);
  return { variant: variant ?? "", workers, runs, perSecond, interval, coverage };
}
