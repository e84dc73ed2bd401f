import { WARM_UP_MS } from "../defaults.ts";
import type {
  Answer,
  FloorJob,
  FloorRun,
  MeasureJob,
  MeasureRun,
  PilotJob,
  PilotRun,
  SurveyJob,
  SurveyRun,
  SweepJob,
  SweepRun,
} from "../host.ts";
import { round } from "../statistics/round.ts";
import type { Spec } from "../types.ts";
import { digest, preview } from "./answer.ts";
import { growSlice } from "./grow.ts";
import { guessBytes, inputCount, type Prepared, prepare } from "./inputs.ts";
import { emptySink } from "./loop.ts";
import { measureQuietly } from "./quiet.ts";
import { quietNs, type Reference, readReference, referenceKernel, referenceNs } from "./reference.ts";
import { sweepPoint } from "./slices.ts";
import { type Stopwatch, watchKernel } from "./stopwatch.ts";
import { warmUp } from "./warm-up.ts";

export async function floor(job: FloorJob): Promise<FloorRun> {
  const watch = watchKernel(() => 0, [0, 1, 2, 3, 4, 5, 6, 7]);
  const { n } = await growSlice(watch, job.sliceMs);
  const nsPerCall = round((watch.time(n) * 1e6) / n);
  return { nsPerCall, quietNs: quietNs(readReference(job.resolutionUs, watch.sink)) };
}

export async function pilot(spec: Spec, job: PilotJob, loadMs: number): Promise<PilotRun> {
  const prepared = prepare(spec, job.variant, job.seed);
  const { watch, inputs, setupMs, cold } = firstCall(prepared, spec, job.variant);
  const grown = await growSlice(watch, job.sliceMs);
  const readings = readReference(job.resolutionUs, watch.sink);
  return { loadMs, ...cold, setupMs, inputs, ...grown, quietNs: quietNs(readings) };
}

export async function measure(spec: Spec, job: MeasureJob): Promise<MeasureRun> {
  const { run, make } = prepare(spec, job.variant, job.seed);
  const watch = watchKernel(run, makeAll(make, job.inputs));
  const reference = referenceKernel(job.resolutionUs, watch.sink);
  return { ...(await warmAndMeasure(watch, reference, job)), sink: watch.sink.sum };
}

/** Warm-up and slices of one worker run. */
export async function warmAndMeasure(
  watch: Stopwatch,
  reference: Reference | null,
  job: Pick<MeasureJob, "n" | "sliceMs" | "slices" | "warmUpMs" | "warmUpMaxMs" | "patienceMs" | "quietNs">,
): Promise<Omit<MeasureRun, "sink">> {
  const { warmUpMs: minMs, warmUpMaxMs: maxMs } = job;
  const { batches, n } = await warmUp(watch, { n: job.n, sliceMs: job.sliceMs, minMs, maxMs });
  return { n, warmUp: batches, ...measureQuietly(watch, reference, { ...job, n }) };
}

export async function survey(spec: Spec, job: SurveyJob, loadMs: number): Promise<SurveyRun> {
  const points: SurveyRun["points"] = [];
  for (const at of job.points) {
    const prepared = prepare(spec, job.variant, job.seed, at);
    const { inputs, setupMs, cold } = firstCall(prepared, spec, job.variant);
    points.push({ setupMs, inputs, ...cold });
  }
  return { loadMs, points };
}

export async function sweep(spec: Spec, job: SweepJob): Promise<SweepRun> {
  const points: SweepRun["points"] = [];
  const sink = emptySink(0);
  for (const { at, inputs } of job.points) {
    const { run, make } = prepare(spec, job.variant, job.seed, at);
    const watch = watchKernel(run, makeAll(make, inputs));
    // compiled code arrives during the first point; the later ones only have caches to warm
    const warmUpMs = points.length === 0 ? Math.max(WARM_UP_MS, job.warmUpMs) : job.warmUpMs;
    points.push(await sweepPoint(watch, job, warmUpMs, points.length === 0));
    sink.sum += watch.sink.sum;
  }
  return { points, referenceNs: referenceNs(readReference(job.resolutionUs, sink)), sink: sink.sum };
}

function makeAll(make: Prepared["make"], count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Makes the inputs, times the first call and takes its answer. */
function firstCall(prepared: Prepared, spec: Spec, variant: string) {
  const start = performance.now();
  const first = prepared.make(0);
  const firstMs = performance.now() - start;
  const inputs = inputCount(firstMs, guessBytes(first));
  const rest = Array.from({ length: inputs - 1 }, (_, i) => prepared.make(i + 1));
  const setupMs = performance.now() - start;
  const watch = watchKernel(prepared.run, [first, ...rest]);
  const coldNs = round(watch.time(1) * 1e6);
  return {
    watch,
    inputs,
    setupMs,
    cold: { coldNs, answer: answerOf(watch.sink.last, prepared, spec, variant) },
  };
}

/** What the first call returned, judged by the check. Throws a TypeError for a promise. */
export function answerOf(value: unknown, prepared: Prepared, spec: Spec, variant: string): Answer {
  if (value instanceof Promise) {
    throw new TypeError(
      `variants.${variant}: the call returned a promise; a timed call must do its work at once`,
    );
  }
  // the kernel or its setup may have changed the input in place, so the check gets a new one
  const right = spec.check ? Boolean(spec.check(value, prepared.shared(0))) : null;
  return { digest: right === null ? digest(value) : "", preview: preview(value), right };
}
