import { MAX_CALLS, MAX_INPUTS } from "../../bench/defaults.ts";
import type { Answer, RunOf, TogetherJob, TogetherRun, WorkerJob } from "../../bench/host.ts";
import { Histogram, type HistogramData } from "../../bench/latencies/histogram.ts";
import { flag } from "../../bench/schema/schema.ts";
import { takeDeclaration } from "./declaration.ts";
import { LONGEST_MS, LONGEST_NS } from "./limits.ts";
import { checked, fields, list, number, orNull, pair, refuse, sentence, type Take, whole } from "./take.ts";

export type Job = WorkerJob | TogetherJob;
type JobOf<K extends Job["kind"]> = Extract<Job, { kind: K }>;
type Run<J extends Job> = J extends WorkerJob ? RunOf<J> : TogetherRun;

const ms = number(0, LONGEST_MS);
const ns = number(0, LONGEST_NS);
/** what divides or is divided */
const someMs = number(Number.MIN_VALUE, LONGEST_MS);
const someNs = number(Number.MIN_VALUE, LONGEST_NS);
const inputs = whole(1, MAX_INPUTS);
const calls = whole(1, MAX_CALLS);
const reference = orNull(ns);

/** A sum of whatever the calls returned, NaN included: it travels for the compiler's sake, and nobody reads it. */
const sink: Take<number> = () => 0;

const answer = fields<Answer>({
  digest: sentence(16),
  preview: sentence(100),
  right: orNull(checked<boolean>(flag)),
});
const firstCall = { setupMs: ms, inputs, coldNs: ns, answer };

/** Slices of one life, at most: those set aside while the machine was busy included. */
const MOST_SLICES = 1_000;
const MOST_BATCHES = 1_000;

/**
 * What a worker may answer to each kind of job: times are finite and not negative, lists as long as the job asked. That
 * a time is true nobody can check: a cell runs beside the clock that measures it.
 */
const runs: { [K in Job["kind"]]: (job: JobOf<K>) => Take<Run<JobOf<K>>> } = {
  describe: () => takeDeclaration,
  floor: () => fields({ nsPerCall: ns, quietNs: reference }),
  pilot: () =>
    fields({
      ...firstCall,
      loadMs: ms,
      n: calls,
      nsPerCall: ns,
      linearity: orNull(number(0, LONGEST_NS)),
      quietNs: reference,
    }),
  measure: (job) =>
    fields({
      n: whole(1, job.n),
      warmUp: list(pair(ns), 1, MOST_BATCHES),
      slices: list(someNs, 1, MOST_SLICES),
      setAside: list(someNs, 0, MOST_SLICES),
      referenceNs: reference,
      quietNs: reference,
      sink,
    }),
  survey: (job) => fields({ loadMs: ms, points: list(fields(firstCall), job.points.length) }),
  sweep: (job) =>
    fields({
      points: list(fields({ n: calls, slices: list(someNs, job.slices) }), job.points.length),
      referenceNs: reference,
      sink,
    }),
  trial: () => fields({ ...firstCall, loadMs: ms }),
  latencies: () => fields({ histogram, backlog: whole(0), referenceNs: reference, sink }),
  timeline: (job) => fields({ bins: list(whole(0), job.bins), referenceNs: reference, sink }),
  team: () => together,
  gate: () => together,
};

const together = fields<TogetherRun>({ calls: whole(1), ms: someMs, sink });

const buckets = new Histogram().data.counts.length;
const travelled = fields<{ counts: number[]; totals: number[] }>({
  counts: list(whole(0), buckets),
  totals: list(number(0, Number.MAX_VALUE), 4),
});

const histogram: Take<HistogramData> = (value, path) => {
  const { counts, totals } = travelled(value, path);
  const [values, , min, max] = totals;
  const counted = counts.reduce((sum, count) => sum + count, 0);
  if (counted !== values || values === 0)
    return refuse(`${path}.totals[0]`, `as many calls as were counted, ${counted}, above 0`, values);
  if (min > max) return refuse(`${path}.totals[2]`, `at most the largest, ${max}`, min);
  return { counts: Float64Array.from(counts), totals: Float64Array.from(totals) };
};

/** The run that answers a job, as a copy; throws a TypeError that names the first field which is not as it must be. */
export function takeRun<J extends Job>(job: J, value: unknown, path: string): Run<J> {
  const of = runs[job.kind] as unknown as (job: J) => Take<Run<J>>;
  return of(job)(value, path);
}
