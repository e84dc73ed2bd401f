import { findWrongAnswer } from "./answers.ts";
import { noDisturbances, referencesOf, runBlock } from "./blocks.ts";
import { CONFIDENCE, REFERENCE_MS, REPLICATES } from "./defaults.ts";
import type { SurveyRun, SweepJob, SweepRun } from "./host.ts";
import { estimate, median } from "./interval.ts";
import { mirroredOrder } from "./order.ts";
import { planSweep, type SweepPlan } from "./plan.ts";
import { mixSeeds } from "./random.ts";
import { assemble } from "./result.ts";
import { aboutSeconds, budgetLeft, runJob, type Session } from "./session.ts";
import type { Progress, Result, SweepPoint } from "./types.ts";

type Axis = { variable: string; values: number[] };

/** Survey, plan, replicates of the whole sweep, points. */
export async function* runSweep(session: Session, axis: Axis): AsyncGenerator<Progress, Result, void> {
  const { spec, seed, clock } = session;
  const surveys = yield* runSurveys(session, axis);
  const wrongAnswer = wrongAnswerAt(spec.names, axis, surveys);
  if (wrongAnswer) return assemble(session, { kind: "sweep", wrongAnswer });

  const replicates = session.blocks ?? REPLICATES;
  const plan = planSweep({
    budgetMs: budgetLeft(session),
    overheadMs: median(session.overheads) + median(surveys.map(({ loadMs }) => loadMs)) + REFERENCE_MS,
    replicates,
    resolutionUs: clock.resolutionUs,
    variants: surveys.map(({ points }) =>
      points.map(({ setupMs, coldNs }) => ({ setupMs, callMs: coldNs / 1e6 })),
    ),
  });
  const order = mirroredOrder(spec.names.length, replicates, seed);
  const measured = yield* runReplicates(session, axis, plan, order, inputsOf(surveys));
  return assemble(session, {
    kind: "sweep",
    order,
    plan: { ...plan, blocks: replicates, inputs: 0 },
    sweep: { ...axis, second: null, points: measured.points },
    references: measured.references,
    disturbances: measured.disturbances,
  });
}

async function* runSurveys(session: Session, axis: Axis): AsyncGenerator<Progress, SurveyRun[], void> {
  const { spec, seed } = session;
  const surveys: SurveyRun[] = [];
  for (const [v, variant] of spec.names.entries()) {
    yield { phase: "pilot", done: v, of: spec.names.length, sentence: `Trying ${variant} at every value.` };
    surveys.push((await runJob(session, { kind: "survey", variant, seed: mixSeeds(seed), ...axis })).run);
  }
  return surveys;
}

function wrongAnswerAt(names: string[], { variable, values }: Axis, surveys: SurveyRun[]): string | null {
  for (const [i, value] of values.entries()) {
    const wrong = findWrongAnswer(
      names.map((variant, v) => ({ variant, answer: surveys[v].points[i].answer })),
    );
    if (wrong) return `at ${variable} = ${value}, ${wrong}`;
  }
  return null;
}

/** Inputs that take turns at each value: as many as the slowest variant can afford. */
function inputsOf(surveys: SurveyRun[]): number[] {
  return surveys[0].points.map((_, i) => Math.min(...surveys.map(({ points }) => points[i].inputs)));
}

/** Runs the sweep from end to end, again and again; values in seeded, mirrored order like the variants. */
async function* runReplicates(
  session: Session,
  { variable, values }: Axis,
  { sliceMs, slices, warmUpMs, expectedMs }: SweepPlan,
  order: number[][],
  inputs: number[],
) {
  const { spec, seed, clock } = session;
  const points: SweepPoint[] = spec.names.flatMap((variant) =>
    values.map((value, i) => emptyPoint(variant, { [variable]: value }, inputs[i])),
  );
  const references: number[] = [];
  const disturbances = noDisturbances();
  const valueOrder = mirroredOrder(values.length, order.length, mixSeeds(seed, values.length));
  for (const [replicate, row] of order.entries()) {
    const rest = ((order.length - replicate) * expectedMs) / order.length;
    const sentence = `Sweep ${replicate + 1} of ${order.length}, ${aboutSeconds(rest)} to go.`;
    yield { phase: "measure", done: replicate, of: order.length, sentence } satisfies Progress as Progress;
    const jobs = row.map((v): SweepJob => {
      const at = valueOrder[replicate].map((i) => ({ value: values[i], inputs: inputs[i] }));
      const common = { sliceMs, slices, warmUpMs, resolutionUs: clock.resolutionUs };
      const inputSeed = mixSeeds(seed, replicate + 1);
      return { kind: "sweep", variant: spec.names[v], seed: inputSeed, variable, points: at, ...common };
    });
    const hasTime = () => budgetLeft(session) > rest;
    const runs: SweepRun[] = await runBlock(session, replicate, jobs, disturbances, hasTime);
    for (const [position, run] of runs.entries()) {
      for (const { value, slices } of run.points) {
        points[row[position] * values.length + values.indexOf(value)].runs.push(median(slices));
      }
    }
    const speeds = referencesOf(runs);
    if (speeds.length > 0) references.push(median(speeds));
  }
  return { points: points.map(summarise), references, disturbances };
}

function emptyPoint(variant: string, at: Record<string, number>, inputs: number): SweepPoint {
  return { variant, at, inputs, runs: [], typicalNs: 0, interval: [0, 0], coverage: 0 };
}

function summarise(point: SweepPoint): SweepPoint {
  const { median: typicalNs, interval, coverage } = estimate(point.runs, CONFIDENCE);
  return { ...point, typicalNs, interval, coverage };
}
