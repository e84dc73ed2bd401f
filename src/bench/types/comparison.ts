/** What a comparison gives back, and where it was measured. */

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
