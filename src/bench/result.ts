import { type Disturbances, noDisturbances } from "./comparison/blocks.ts";
import { HARNESS_VERSION } from "./defaults.ts";
import type { Session } from "./session.ts";
import type {
  Comparison,
  Environment,
  LatencyResult,
  ParallelResult,
  Result,
  SweepResult,
  TimelineResult,
  VariantResult,
} from "./types.ts";
import { findWarnings } from "./warnings/warnings.ts";

/** What a run found; what is left out was not reached. */
export interface Findings {
  kind: Result["kind"];
  order?: number[][];
  plan?: { blocks: number; sliceMs: number; warmUpMs: number; inputs: number };
  variants?: VariantResult[];
  comparisons?: Comparison[];
  sweep?: SweepResult;
  parallel?: ParallelResult;
  latencies?: LatencyResult;
  timeline?: TimelineResult;
  linearity?: Record<string, number | null>;
  /** the reference kernel in each block */
  references?: number[];
  disturbances?: Disturbances;
  /** open loop: variants whose queue grew */
  overloaded?: string[];
  /** ms of a bin as asked for, if the bins had to be wider */
  widenedFromMs?: number | null;
  wrongAnswer?: string;
}

/** Asks the machine once more how it is, finds the warnings and puts the record together. */
export async function assemble(session: Session, findings: Findings): Promise<Result> {
  const { host, spec, clock, floorNs } = session;
  const {
    kind,
    order = [],
    plan = { blocks: 0, sliceMs: 0, warmUpMs: 0, inputs: 0 },
    variants = [],
    comparisons = [],
    sweep = null,
    parallel = null,
    latencies = null,
    timeline = null,
    linearity = {},
    references = [],
    disturbances = noDisturbances(),
    overloaded = [],
    widenedFromMs = null,
    wrongAnswer = null,
  } = findings;
  const surroundings = await host.environment();
  const { browser, engine, os, cores, isolated } = surroundings;
  const referenceNs = { first: references.at(0) ?? 0, last: references.at(-1) ?? 0 };
  const environment: Environment = { browser, engine, os, cores, isolated, clock, referenceNs, floorNs };
  return {
    schema: "hot-path/result.v1",
    kind,
    createdAt: new Date().toISOString(),
    bench: { id: spec.id, params: spec.params, per: spec.per, sources: spec.sources, hash: session.hash },
    harness: {
      version: HARNESS_VERSION,
      seed: session.seed,
      blocks: plan.blocks,
      order,
      sliceMs: plan.sliceMs,
      warmUpMs: plan.warmUpMs,
      inputs: plan.inputs,
      sameWithin: spec.sameWithin,
    },
    environment,
    variants,
    comparisons,
    sweep,
    parallel,
    latencies,
    timeline,
    warnings: findWarnings({
      environment,
      surroundings,
      blocks: kind === "comparison" && order.length > 0 ? plan.blocks : null,
      variants,
      comparisons,
      points: sweep?.points ?? [],
      parallel,
      latencies,
      timeline,
      overloaded,
      widenedFromMs,
      linearity,
      references,
      wasHidden: disturbances.wasHidden,
      keptDisturbed: disturbances.kept.length,
      wrongAnswer,
    }),
    discarded: disturbances.discarded,
    elapsedMs: Math.round(host.now() - session.startMs),
  };
}
