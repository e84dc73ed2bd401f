/** What the other shapes of experiment give back: sweeps, parallel runs, latencies, timelines. */

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
