import { findWrongAnswer } from "../answers.ts";
import { noDisturbances, referencesOf, runBlock } from "../comparison/blocks.ts";
import { mirroredOrder } from "../comparison/order.ts";
import { planSweep, type SweepCosts, type SweepPlan } from "../comparison/plan.ts";
import { CONFIDENCE, REFERENCE_MS, REPLICATES } from "../defaults.ts";
import type { At, SurveyRun, SweepJob, SweepRun } from "../host.ts";
import { assemble } from "../result.ts";
import { aboutSeconds, budgetLeft, runJob, type Session } from "../session.ts";
import type { Axes } from "../spec.ts";
import { estimate, median } from "../statistics/interval.ts";
import { mixSeeds } from "../statistics/random.ts";
import type { Progress, Result, SweepPoint } from "../types.ts";
import { inTime, isThrifty, planThrifty, type ThriftyPlan } from "./thrift.ts";

/** Survey, plan, replicates of the whole sweep, points. */
export async function* runSweep(session: Session, axes: Axes): AsyncGenerator<Progress, Result, void> {
  const { spec, seed, clock } = session;
  const places = grid(axes);
  const surveys = yield* runSurveys(session, places);
  const wrongAnswer = wrongAnswerAt(spec.names, places, surveys);
  if (wrongAnswer) return assemble(session, { kind: "sweep", wrongAnswer });

  const costs = {
    budgetMs: budgetLeft(session),
    overheadMs: median(session.overheads) + median(surveys.map(({ loadMs }) => loadMs)) + REFERENCE_MS,
    resolutionUs: clock.resolutionUs,
    variants: surveys.map(({ points }) =>
      points.map(({ setupMs, coldNs }) => ({ setupMs, callMs: coldNs / 1e6 })),
    ),
  };
  const plan = isThrifty(session) ? planThrifty(costs) : planFull(costs, session.blocks ?? REPLICATES);
  const order = mirroredOrder(spec.names.length, plan.replicates, seed);
  const measured = yield* runReplicates(session, places, plan, order, inputsOf(surveys));
  const replicates = measured.points[0].runs.length;
  return assemble(session, {
    kind: "sweep",
    order: order.slice(0, replicates),
    plan: { sliceMs: plan.sliceMs, warmUpMs: plan.warmUpMs, blocks: replicates, inputs: 0 },
    sweep: { ...axes, points: measured.points },
    references: measured.references,
    disturbances: measured.disturbances,
  });
}

function planFull(costs: Omit<SweepCosts, "replicates">, replicates: number): ThriftyPlan {
  return { replicates, ...planSweep({ ...costs, replicates }) };
}

/** Every point of a sweep, those of equal first value together. */
function grid({ variable, values, second }: Axes): At[] {
  if (!second) return values.map((value) => ({ [variable]: value }));
  return values.flatMap((value) =>
    second.values.map((other) => ({ [variable]: value, [second.variable]: other })),
  );
}

async function* runSurveys(session: Session, points: At[]): AsyncGenerator<Progress, SurveyRun[], void> {
  const { spec, seed } = session;
  const surveys: SurveyRun[] = [];
  for (const [v, variant] of spec.names.entries()) {
    yield { phase: "pilot", done: v, of: spec.names.length, sentence: `Trying ${variant} at every value.` };
    surveys.push((await runJob(session, { kind: "survey", variant, seed: mixSeeds(seed), points })).run);
  }
  return surveys;
}

function wrongAnswerAt(names: string[], places: At[], surveys: SurveyRun[]): string | null {
  for (const [i, at] of places.entries()) {
    const wrong = findWrongAnswer(
      names.map((variant, v) => ({ variant, answer: surveys[v].points[i].answer })),
    );
    if (wrong) return `at ${describeAt(at)}, ${wrong}`;
  }
  return null;
}

/** "size = 8, stride = 2" */
function describeAt(at: At): string {
  return Object.entries(at)
    .map(([variable, value]) => `${variable} = ${value}`)
    .join(", ");
}

/** Inputs that take turns at each point: as many as the slowest variant can afford. */
function inputsOf(surveys: SurveyRun[]): number[] {
  return surveys[0].points.map((_, i) => Math.min(...surveys.map(({ points }) => points[i].inputs)));
}

/** Runs the sweep from end to end, again and again; points in seeded, mirrored order like the variants. */
async function* runReplicates(
  session: Session,
  places: At[],
  { sliceMs, slices, warmUpMs, expectedMs }: SweepPlan,
  order: number[][],
  inputs: number[],
) {
  const { spec, seed, clock } = session;
  const points: SweepPoint[] = spec.names.flatMap((variant) =>
    places.map((at, i) => emptyPoint(variant, at, inputs[i])),
  );
  const references: number[] = [];
  const disturbances = noDisturbances();
  const placeOrder = mirroredOrder(places.length, order.length, mixSeeds(seed, places.length));
  for (const [replicate, row] of inTime(session, order)) {
    const rest = ((order.length - replicate) * expectedMs) / order.length;
    const sentence = `Sweep ${replicate + 1} of ${order.length}, ${aboutSeconds(rest)} to go.`;
    yield { phase: "measure", done: replicate, of: order.length, sentence } satisfies Progress as Progress;
    const jobs = row.map((v): SweepJob => {
      const visited = placeOrder[replicate].map((i) => ({ at: places[i], inputs: inputs[i] }));
      const common = { sliceMs, slices, warmUpMs, resolutionUs: clock.resolutionUs };
      const inputSeed = mixSeeds(seed, replicate + 1);
      return { kind: "sweep", variant: spec.names[v], seed: inputSeed, points: visited, ...common };
    });
    const hasTime = () => budgetLeft(session) > rest;
    const runs: SweepRun[] = await runBlock(session, replicate, jobs, disturbances, hasTime);
    for (const [position, run] of runs.entries()) {
      for (const [i, { slices }] of run.points.entries()) {
        points[row[position] * places.length + placeOrder[replicate][i]].runs.push(median(slices));
      }
    }
    const speeds = referencesOf(runs);
    if (speeds.length > 0) references.push(median(speeds));
  }
  return { points: points.map(summarise), references, disturbances };
}

function emptyPoint(variant: string, at: At, inputs: number): SweepPoint {
  return { variant, at, inputs, runs: [], typicalNs: 0, interval: [0, 0], coverage: 0 };
}

function summarise(point: SweepPoint): SweepPoint {
  const { median: typicalNs, interval, coverage } = estimate(point.runs, CONFIDENCE);
  return { ...point, typicalNs, interval, coverage };
}
