/** What a notebook asks for. */

/** Values that the reader may change and that travel to the worker by structured clone. */
export type Params = Record<string, unknown>;

/** One timed call. Returns a value that depends on all the work, so that none can be dropped. */
// biome-ignore lint/suspicious/noExplicitAny: inputs are whatever `setup` made
export type Kernel<Input = any> = (input: Input) => unknown;

/**
 * A kernel, or a kernel with its own preparation of the shared input (not timed). The preparation also gets what
 * `setup` gets: `{random, ...params}` and the value of the swept variable.
 */
// biome-ignore lint/suspicious/noExplicitAny: inputs are whatever `setup` made
export type Variant<Input = any> =
  | Kernel<Input>
  // biome-ignore lint/suspicious/noExplicitAny: inputs are whatever its own `setup` made
  | { setup?: (input: Input, context: any) => unknown; run: Kernel<any> };

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

/** What is to be measured. In a notebook this is the argument of `experiment`; `Input` is what its `setup` makes. */
// biome-ignore lint/suspicious/noExplicitAny: inputs are whatever `setup` made
export interface Spec<Input = any> {
  /** unique within the notebook; the compiler supplies the cell's output name when absent */
  id?: string;
  params?: Params;
  /**
   * makes the shared input, untimed, from `{random, ...params}` and the value of the swept variable; `random` is
   * seeded, uniform in [0, 1); unless given, that object itself is the input
   */
  // biome-ignore lint/suspicious/noExplicitAny: the parameters are the notebook's own
  setup?: (context: any) => Input;
  variants: Record<string, Variant<Input>>;
  /** variant that the others are compared with; the first unless given */
  baseline?: string;
  /** true if `value` is right for `input`, which is as `setup` makes it; unless given, all variants must return equal values */
  // biome-ignore lint/suspicious/noExplicitAny: values are the notebook's own
  check?: (value: any, input: Input) => boolean;
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
