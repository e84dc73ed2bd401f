/** The seam between the protocol and a machine: a browser gives workers, a test gives a simulation. */

import type { Declaration } from "./declaration/declaration.ts";
import type {
  LatencyJob,
  LatencyRun,
  TimelineJob,
  TimelineRun,
  TrialJob,
  TrialRun,
} from "./lives/messages.ts";
import type { Clock, Environment } from "./types.ts";

/** Measures the loop around nothing. */
export interface FloorJob {
  kind: "floor";
  sliceMs: number;
  /** step of the clock, for the reference kernel */
  resolutionUs: number;
}

/** Runs one variant for the first time: is it right, how long does a call take, how many make a slice? */
export interface PilotJob {
  kind: "pilot";
  variant: string;
  /** of the inputs; equal for all variants of a block */
  seed: number;
  sliceMs: number;
  resolutionUs: number;
}

/** One worker run of a comparison. */
export interface MeasureJob {
  kind: "measure";
  variant: string;
  seed: number;
  /** inputs that take turns */
  inputs: number;
  /** calls of a slice, and the ms that they should take */
  n: number;
  sliceMs: number;
  slices: number;
  warmUpMs: number;
  /** the warm-up may go on until here while it has not settled */
  warmUpMaxMs: number;
  /** ms after which no slice is begun in place of one set aside */
  patienceMs: number;
  /** the reference kernel on a quiet machine as known so far, ns per step */
  quietNs: number | null;
  /** step of the clock, for the reference kernel */
  resolutionUs: number;
}

/** Values of the swept variables by name. */
export type At = Record<string, number>;

/** Calls one variant once at every point: set-up times and answers. */
export interface SurveyJob {
  kind: "survey";
  variant: string;
  seed: number;
  points: At[];
}

/** One variant through all points, in the order given. */
export interface SweepJob {
  kind: "sweep";
  variant: string;
  seed: number;
  points: { at: At; inputs: number }[];
  sliceMs: number;
  slices: number;
  warmUpMs: number;
  resolutionUs: number;
}

/** Evaluates the bench cell and measures nothing: what it declares, without its functions. */
export interface DescribeJob {
  kind: "describe";
}

export type WorkerJob =
  | FloorJob
  | PilotJob
  | MeasureJob
  | SurveyJob
  | SweepJob
  | TrialJob
  | LatencyJob
  | TimelineJob
  | DescribeJob;

/** What every worker of a set that runs side by side is told. */
interface SideBySide {
  /** from 0; worker 0 makes the shared input */
  worker: number;
  workers: number;
  /** ms side by side, and how many of them at the beginning are not counted */
  ms: number;
  uncountedMs: number;
  /** ms of calls between two readings of the clock */
  batchMs: number;
  warmUpMs: number;
}

/** One of several workers that run one variant at the same time on the same memory. */
export interface TeamJob extends SideBySide {
  kind: "team";
  variant: string;
  seed: number;
}

/** One of one or two workers that run a kernel of the harness's own, which shares nothing. */
export interface GateJob extends SideBySide {
  kind: "gate";
}

export type TogetherJob = TeamJob | GateJob;

/** What one worker of a set counted, and the ms that took by its own clock. */
export interface TogetherRun {
  calls: number;
  ms: number;
  sink: number;
}

/** What a call returned, made small enough to travel: equal digests mean equal values. */
export interface Answer {
  digest: string;
  /** the value in at most some 80 characters */
  preview: string;
  /** verdict of the notebook's `check`; null without one */
  right: boolean | null;
}

export interface FloorRun {
  nsPerCall: number;
  /** the reference kernel at its quietest, ns per step; null under a coarse clock */
  quietNs: number | null;
}

export interface PilotRun {
  /** ms to evaluate the cells; part of every worker run */
  loadMs: number;
  coldNs: number;
  answer: Answer;
  /** ms to make all inputs of a worker run */
  setupMs: number;
  inputs: number;
  n: number;
  nsPerCall: number;
  /** time of 2n calls over the time of n; null if calls are too long for it */
  linearity: number | null;
  quietNs: number | null;
}

export interface MeasureRun {
  /** calls of a slice: fewer than the job's where they have become much slower */
  n: number;
  /** [duration in ms, ns per call] of each warm-up batch */
  warmUp: [number, number][];
  slices: number[];
  /** slices beside which the reference kernel told of a disturbance */
  setAside: number[];
  /** ns per step of the reference kernel beside the slices; null under a coarse clock */
  referenceNs: number | null;
  quietNs: number | null;
  /** sum of what the calls returned: it is sent so that it must be computed */
  sink: number;
}

export interface SurveyRun {
  loadMs: number;
  /** in the order of the job's points */
  points: { setupMs: number; inputs: number; coldNs: number; answer: Answer }[];
}

export interface SweepRun {
  /** in the order of the job's points */
  points: { n: number; slices: number[] }[];
  referenceNs: number | null;
  sink: number;
}

interface Runs {
  floor: FloorRun;
  pilot: PilotRun;
  measure: MeasureRun;
  survey: SurveyRun;
  sweep: SweepRun;
  trial: TrialRun;
  latencies: LatencyRun;
  timeline: TimelineRun;
  describe: Declaration;
}

/** What the worker says to a job. */
export type RunOf<J extends WorkerJob> = Runs[J["kind"]];

/** One life of one worker, seen from outside. */
export interface WorkerRun<R> {
  run: R;
  /** ms spent outside the worker's own work: start, messages, end */
  overheadMs: number;
  /** the tab was hidden meanwhile, so the times are worth nothing */
  hidden: boolean;
}

/** What the machine tells about itself; the rest of `Environment` is measured. */
export interface Surroundings extends Pick<Environment, "browser" | "engine" | "os" | "cores" | "isolated"> {
  /** on battery; null if the browser does not say */
  battery: boolean | null;
  /** the processor's pressure: "nominal" | "fair" | "serious" | "critical"; null if the browser does not say */
  pressure: string | null;
}

export interface Host {
  clock(): Promise<Clock>;
  /** asked before the first and after the last block: battery and pressure may have changed */
  environment(): Promise<Surroundings>;
  /** Starts a fresh worker, gives it the job, ends it. Rejects with an AbortError after ending it on abort. */
  run<J extends WorkerJob>(job: J, signal?: AbortSignal): Promise<WorkerRun<RunOf<J>>>;
  /**
   * Starts a fresh worker for each job, all at once, hands the first one's input to the others, lets them begin together
   * when all are warm, ends them. Rejects with the first error of any, and with an AbortError on abort, after ending all.
   */
  runTogether(jobs: TogetherJob[], signal?: AbortSignal): Promise<WorkerRun<TogetherRun[]>>;
  /** ms since any fixed moment */
  now(): number;
}
