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
  /** in a sweep, the point at which `of` is read */
  at?: Record<string, number>;
  /** in a sweep, the point at which `over` is read; `at` unless given */
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
  /** one variable (its values in order): measures every variant at every value instead of comparing */
  sweep?: Record<string, readonly number[]>;
  claims?: Claim[];
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
  kind: "comparison" | "sweep";
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
    /** blocks of a comparison, replicates of a sweep */
    blocks: number;
    /** variant indices in the order run, one row for each block */
    order: number[][];
    sliceMs: number;
    warmUpMs: number;
    /** inputs that took turns in a comparison; 0 in a sweep, where each point has its own number */
    inputs: number;
    sameWithin: number;
  };
  environment: Environment;
  variants: VariantResult[];
  comparisons: Comparison[];
  sweep: { variable: string; values: number[]; points: SweepPoint[] } | null;
  warnings: Warning[];
  discarded: { block: number; reason: string }[];
  elapsedMs: number;
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
  /** results recorded on named machines, one for each browser; may be empty */
  recorded: Result[];
  /** the reader's own last run, or null */
  own: Result | null;
  spec: Spec;
}

export interface Progress {
  phase: "clock" | "pilot" | "measure";
  done: number;
  of: number;
  /** one line for the reader, no verdict in it */
  sentence: string;
}
