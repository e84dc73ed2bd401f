import type { Surroundings } from "../host.ts";
import type {
  Comparison,
  Environment,
  LatencyResult,
  ParallelResult,
  SweepPoint,
  TimelineResult,
  VariantResult,
} from "../types.ts";

/** Everything a warning may look at. */
export interface Evidence {
  environment: Environment;
  /** as found after the last block */
  surroundings: Surroundings;
  /** blocks of a comparison; null in a sweep */
  blocks: number | null;
  variants: VariantResult[];
  comparisons: Comparison[];
  points: SweepPoint[];
  parallel: ParallelResult | null;
  latencies: LatencyResult | null;
  timeline: TimelineResult | null;
  /** variants that were called faster than they could answer */
  overloaded: string[];
  /** ms of a timeline's bin as asked for; null if that is what they are */
  widenedFromMs: number | null;
  /** n against 2n calls, by variant */
  linearity: Record<string, number | null>;
  /** the reference kernel in each block or replicate, in order; empty under a coarse clock */
  references: number[];
  /** some block was measured while the tab was hidden */
  wasHidden: boolean;
  /** blocks kept although disturbed, because too many had been measured again */
  keptDisturbed: number;
  wrongAnswer: string | null;
}

export interface Rule {
  code: string;
  /** false, or what the sentence is about */
  test: (evidence: Evidence) => string | false;
  sentence: (found: string) => string;
  next: string;
}
