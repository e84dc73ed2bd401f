/**
 * The words of the harness as types: what a notebook asks for (`Spec`), what a run gives back
 * (`Result`), and the seam between protocol and machine (`Host`).
 *
 * Times are nanoseconds per call unless a name says otherwise; `Ms` is milliseconds, `Us`
 * microseconds. A ratio is variant over baseline: above 1 the variant is slower.
 */

export type { Host } from "./host.ts";

/** Values that the reader may change and that travel to the worker by structured clone. */
export type Params = Record<string, unknown>;

/** One timed call. Returns a value that depends on all the work, so that none can be dropped. */
// biome-ignore lint/suspicious/noExplicitAny: inputs are whatever `setup` made
export type Kernel = (input: any) => unknown;

/**
 * A kernel, or a kernel with its own preparation of the shared input (not timed). The preparation also gets what
 * `setup` gets: `{random, ...params}` and the value of the swept variable.
 */
// biome-ignore lint/suspicious/noExplicitAny: inputs are whatever `setup` made
export type Variant = Kernel | { setup?: (input: any, context: any) => unknown; run: Kernel };

/** What one call works through, so that a time can be given per element. */
export interface Per {
  /** singular noun: "element", "load", "item" */
  what: string;
  /** how many of them one call handles */
  count: number;
}

/** What a chapter says, as data: a ratio and its bound. */
export interface Claim {
  /** the sentence as the page shows it */
  says: string;
  /** variant whose time is divided */
  of: string;
  /** variant that divides; the baseline unless given */
  over?: string;
  /**
   * in a sweep, the point at which `of` is read; in a parallel run `{workers}`, where the time of a call is that of all
   * workers together (a second over their calls per second); in latencies `{quantile}`, one of 0.5, 0.9, 0.99, 0.999
   * and 1, the median unless given. A timeline has no points: the time of a call is all time over all calls
   */
  at?: Record<string, number>;
  /** the point at which `over` is read; `at` unless given */
  overAt?: Record<string, number>;
  /** lower bound of the ratio */
  atLeast?: number;
  /** upper bound of the ratio */
  atMost?: number;
}

/** What is to be measured. In a notebook this is the argument of `experiment`. */
export interface Spec {
  /** unique within the notebook; the compiler supplies the cell's output name when absent */
  id?: string;
  params?: Params;
  /**
   * makes the shared input, untimed, from `{random, ...params}` and the value of the swept variable; `random` is
   * seeded, uniform in [0, 1); unless given, that object itself is the input
   */
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are the notebook's own
  setup?: (context: any) => unknown;
  variants: Record<string, Variant>;
  /** variant that the others are compared with; the first unless given */
  baseline?: string;
  /** true if `value` is right for `input`, which is as `setup` makes it; unless given, all variants must return equal values */
  // biome-ignore lint/suspicious/noExplicitAny: values are the notebook's own
  check?: (value: any, input: any) => boolean;
  /** half-width of "same" as a fraction; 0.03 unless given */
  sameWithin?: number;
  per?: Per;
  /** one or two variables, each with its values in order: measures every variant at every value or pair of values */
  sweep?: Record<string, readonly number[]>;
  /** runs every variant on several workers at once that share what `setup` makes, for a fixed time */
  parallel?: ParallelSpec;
  /** times every call by itself */
  latencies?: LatencySpec;
  /** counts calls over time in one life of a worker */
  timeline?: TimelineSpec;
  /**
   * ms that a sweep or a parallel run may take instead of what the harness would give it: slices become shorter, then
   * replicates fewer, until it fits. A comparison plans its own blocks and takes none.
   */
  budgetMs?: number;
  claims?: Claim[];
}

/**
 * Calls per second of 1..N workers together. `setup` runs in one worker, and what it makes is cloned to the others, so
 * shared memory (SharedArrayBuffer, shared WebAssembly.Memory) is the same memory in all. A variant's own `setup` runs in
 * every worker and gets `{worker, workers}` in its context (`worker` counts from 0); `setup` gets `workers` too. Instances
 * and functions do not travel: a variant's own setup makes them. A call must not wait for another worker, since each
 * warms up and ends by itself. The answer is checked on one worker.
 */
export interface ParallelSpec {
  /** numbers of workers, in order */
  workers: readonly number[];
  /**
   * ms that the workers run side by side, 100 unless given, at least 80; the first 40 %, in which the system spreads
   * them over the cores, are not counted
   */
  ms?: number;
}

/** The time of each call, as a histogram. A variant may return a promise: the call ends when it resolves. */
export interface LatencySpec {
  /**
   * closed: the next call starts when the last has ended; open: calls are due at fixed intervals whatever the last one
   * took, and a call's latency counts from the moment it was due
   */
  load?: { kind: "closed" } | { kind: "open"; perSecond: number };
  /** ms of measuring in each replicate, at most 10,000; planned (100 to 1,000) unless given */
  ms?: number;
}

/** Throughput from the very first call on: warm-up, pauses, slow-downs. */
export interface TimelineSpec {
  /** ms of one life, at most 10,000; 500 unless given */
  ms?: number;
  /** ms of one bin; 2 unless given, and wider where the clock is coarse or the record would grow too large */
  binMs?: number;
}

export type Verdict = "faster" | "slower" | "same" | "unclear";

/** How fine `performance.now()` is here. */
export interface Clock {
  /** smallest step seen at least twice, in microseconds */
  resolutionUs: number;
  /** cost of one reading */
  callNs: number;
}

/** What may be told about the machine: no full user agent, no device name. */
export interface Environment {
  /** `major` is 0 where the browser does not tell its own version */
  browser: { name: string; major: number };
  engine: string;
  os: string;
  cores: number;
  isolated: boolean;
  clock: Clock;
  /** the reference kernel in the first and in the last block, ns per step; 0 if the clock is too coarse for it */
  referenceNs: { first: number; last: number };
  /** cost of a call that does nothing */
  floorNs: number;
}

/** One life of one worker: set up, warm up, slices, end. */
export interface WorkerRecord {
  block: number;
  /** place in the block's order, from 0 */
  position: number;
  /** calls per slice */
  n: number;
  /** [duration in ms, ns per call] of each warm-up batch */
  warmUp: [number, number][];
  /** ns per call of each slice */
  slices: number[];
  /** ns per call of slices that do not count, because the reference kernel beside them told of a disturbance */
  setAside: number[];
}

export interface VariantResult {
  name: string;
  /** the very first call in a fresh worker */
  coldNs: number;
  workers: WorkerRecord[];
  /** median over workers of the median over slices */
  typicalNs: number;
  /** order-statistic interval of the typical time */
  interval: [number, number];
  /** exact coverage of that interval, 0..1 */
  coverage: number;
}

export interface Comparison {
  variant: string;
  baseline: string;
  ratio: number;
  interval: [number, number];
  /** exact coverage of the interval, 0..1 */
  coverage: number;
  verdict: Verdict;
  /** the ratio of each block */
  blocks: number[];
}

/** One variant at one value of the swept variable; `runs` has one time for each replicate of the whole sweep. */
export interface SweepPoint {
  variant: string;
  at: Record<string, number>;
  /** inputs that took turns */
  inputs: number;
  runs: number[];
  typicalNs: number;
  interval: [number, number];
  /** exact coverage of the interval, 0..1 */
  coverage: number;
}

export interface SweepResult {
  variable: string;
  values: number[];
  /** the other variable of a surface; null if there is one variable */
  second: { variable: string; values: number[] } | null;
  points: SweepPoint[];
}

/** One variant on one number of workers. */
export interface ParallelPoint {
  variant: string;
  workers: number;
  /** calls per second of all workers together, one for each replicate */
  runs: number[];
  perSecond: number;
  interval: [number, number];
  coverage: number;
}

export interface ParallelResult {
  workers: number[];
  ms: number;
  /** speed of two workers over one on a kernel that shares nothing; below 1.7 the cores were not free, and nothing can be said of sharing */
  scaling2: { ratio: number; interval: [number, number] } | null;
  points: ParallelPoint[];
}

export interface Quantile {
  /** 0..1 */
  p: number;
  ns: number;
  /** order-statistic interval over replicates */
  interval: [number, number];
  /** exact probability that such an interval covers the quantile of a typical replicate, 0..1; at least that where it was widened to hold `ns` */
  coverage: number;
}

export interface LatencyVariant {
  name: string;
  calls: number;
  /**
   * [lower bound in ns, calls] of every bucket that is not empty, all replicates together; buckets are within 1 %, or 2 or
   * 4 % where more than 900 would be filled
   */
  histogram: [number, number][];
  quantiles: Quantile[];
  meanNs: number;
  maxNs: number;
  /** quantiles of each replicate, in the order of `quantiles` */
  replicates: number[][];
}

export interface LatencyResult {
  load: { kind: "closed" } | { kind: "open"; perSecond: number };
  ms: number;
  variants: LatencyVariant[];
}

export interface TimelineVariant {
  name: string;
  /** calls that ended in each bin, one row for each replicate */
  runs: number[][];
}

export interface TimelineResult {
  ms: number;
  binMs: number;
  variants: TimelineVariant[];
}

export interface Warning {
  code: string;
  /** what was seen */
  sentence: string;
  /** what the reader can do about it */
  next: string;
}

/** A run, with its raw data. */
export interface Result {
  schema: "hot-path/result.v1";
  kind: "comparison" | "sweep" | "parallel" | "latencies" | "timeline";
  createdAt: string;
  bench: {
    id: string;
    params: Params;
    per: Per | null;
    /** variant name to source text */
    sources: Record<string, string>;
    /** hash of the cells the experiment was built from; empty outside a notebook */
    hash: string;
  };
  harness: {
    version: string;
    seed: number;
    /** blocks of a comparison, replicates of other shapes */
    blocks: number;
    /**
     * variant indices in the order run, one row for each block; in a parallel run indices of its points, then the kernel
     * that shares nothing on one worker and on two
     */
    order: number[][];
    sliceMs: number;
    warmUpMs: number;
    /** inputs that took turns in a comparison; 0 in a sweep, where each point has its own number; 1 in a parallel run */
    inputs: number;
    sameWithin: number;
  };
  environment: Environment;
  variants: VariantResult[];
  comparisons: Comparison[];
  sweep: SweepResult | null;
  parallel: ParallelResult | null;
  latencies: LatencyResult | null;
  timeline: TimelineResult | null;
  warnings: Warning[];
  discarded: { block: number; reason: string }[];
  elapsedMs: number;
}

/** Name of an input of the notebook to its value. */
export type Inputs = Record<string, unknown>;

/** An input of the notebook as the reader has set it. */
export interface Setting {
  /** name of the cell's output */
  name: string;
  /** what stands beside the control; may be empty */
  label: string;
  value: unknown;
  /** a value as the control shows it: "2 MiB" */
  words: (value: unknown) => string;
}

/** A result with the machine that it was recorded on, as far as its owner told. */
export interface Recorded extends Result {
  /** a few words: "AMD EPYC" */
  machine?: string;
  /** the notebook's inputs that it was measured with, unless it is older than this field */
  inputs?: Inputs;
}

/** A claim held against a result. */
export interface ClaimVerdict {
  claim: Claim;
  state: "holds" | "does not hold" | "undecided";
  /** ratio seen and its interval, if the points exist */
  ratio: number | null;
  interval: [number, number] | null;
}

/** What an `experiment` is worth to the cells that use it. */
export interface Outcome {
  /** results recorded on named machines, one for each browser of each machine; may be empty */
  recorded: Recorded[];
  /** the reader's own last run, or null */
  own: Result | null;
  /** the notebook's inputs that it was measured with */
  ownInputs?: Inputs;
  /** runs that the last one was to improve upon by more blocks, oldest first; never pooled with it */
  earlier?: Result[];
  /** the notebook's inputs that the experiment depends on, as they are set now */
  settings?: Setting[];
  spec: Spec;
  /** true if inputs have changed since `own` was measured, though `spec` still has its parameters */
  inputsChanged?: boolean;
}

export interface Progress {
  phase: "clock" | "pilot" | "measure";
  done: number;
  of: number;
  /** one line for the reader, no verdict in it */
  sentence: string;
}
