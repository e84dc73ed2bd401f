import type { Comparison, Environment, VariantResult } from "./comparison.ts";
import type { LatencyResult, ParallelResult, SweepResult, TimelineResult } from "./shapes.ts";
import type { Params, Per } from "./spec.ts";

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
