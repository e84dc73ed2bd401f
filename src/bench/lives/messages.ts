/** Jobs whose worker calls its variant freely for a time, and what they bring back. */

import type { Answer } from "../host.ts";
import type { HistogramData } from "../latencies/histogram.ts";
import type { LatencyResult } from "../types.ts";

/** Calls a variant once: set-up time and answer. */
export interface TrialJob {
  kind: "trial";
  variant: string;
  seed: number;
  /** the call may return a promise, whose value is then the answer */
  mayWait: boolean;
}

/** Times every call. */
export interface LatencyJob {
  kind: "latencies";
  variant: string;
  seed: number;
  /** inputs that take turns */
  inputs: number;
  load: LatencyResult["load"];
  /** of recording */
  ms: number;
  warmUpMs: number;
  /** step of the clock, for the reference kernel */
  resolutionUs: number;
}

/** Counts calls over time, from the first one on. */
export interface TimelineJob {
  kind: "timeline";
  variant: string;
  seed: number;
  inputs: number;
  bins: number;
  binMs: number;
  resolutionUs: number;
}

export interface TrialRun {
  /** ms to evaluate the cells */
  loadMs: number;
  /** ms to make one input */
  setupMs: number;
  inputs: number;
  coldNs: number;
  answer: Answer;
}

export interface LatencyRun {
  histogram: HistogramData;
  /** open loop: calls that were due but had not ended when the time was over */
  backlog: number;
  referenceNs: number | null;
  sink: number;
}

export interface TimelineRun {
  /** calls that ended in each bin */
  bins: number[];
  referenceNs: number | null;
  sink: number;
}
