import { SAME_WITHIN, SHORTEST_BUDGET_MS } from "./defaults.ts";
import { type FullLatencySpec, readLatencies } from "./latencies/spec.ts";
import { type FullParallel, readParallel } from "./parallel/spec.ts";
import { RESERVED } from "./schema/limits.ts";
import { type FullTimelineSpec, readTimeline } from "./timeline/spec.ts";
import type { Claim, Params, Per, Spec, Variant } from "./types.ts";

/** What a sweep goes through: the values of one variable, or all pairs of the values of two. */
export interface Axes extends Axis {
  second: Axis | null;
}

interface Axis {
  variable: string;
  values: number[];
}

/** A Spec with nothing left open, as the page needs it: names and numbers, no function. */
export interface FullSpec {
  id: string;
  params: Params;
  names: string[];
  /** index of the baseline in `names` */
  baseline: number;
  sameWithin: number;
  per: Per | null;
  sweep: Axes | null;
  parallel: FullParallel | null;
  latencies: FullLatencySpec | null;
  timeline: FullTimelineSpec | null;
  /** ms asked for by the Spec */
  budgetMs: number | null;
  claims: Claim[];
  /** variant name to source text */
  sources: Record<string, string>;
}

/** Throws an error that names the field and the fix. Calls no function of the Spec. */
export function readSpec(spec: Spec): FullSpec {
  const {
    id = "experiment",
    params = {},
    variants,
    sameWithin = SAME_WITHIN,
    per = null,
    claims = [],
  } = spec;
  const names = Object.keys(variants ?? {});
  if (names.length === 0) throw new TypeError("variants: none given; write variants: { name: (input) => … }");
  const reserved = [...names, ...Object.keys(params)].find((name) => RESERVED.includes(name));
  if (reserved) throw new TypeError(`${reserved}: JavaScript uses this name itself; choose another`);
  const { baseline = names[0] } = spec;
  if (!names.includes(baseline)) {
    throw new TypeError(
      `baseline: "${baseline}" is no variant; choose one of ${names.map(quote).join(", ")}`,
    );
  }
  if (!(sameWithin > 0 && sameWithin < 1)) {
    throw new RangeError(`sameWithin: ${sameWithin} is no fraction; 0.03 means within 3 %`);
  }
  refuseTwoShapes(spec);
  return {
    id,
    params,
    names,
    baseline: names.indexOf(baseline),
    sameWithin,
    per,
    sweep: spec.sweep ? readSweep(spec.sweep) : null,
    parallel: spec.parallel ? readParallel(spec.parallel) : null,
    latencies: spec.latencies ? readLatencies(spec.latencies) : null,
    timeline: spec.timeline ? readTimeline(spec.timeline) : null,
    budgetMs: readBudget(spec),
    claims,
    sources: Object.fromEntries(names.map((name) => [name, sourceOf(variants[name])])),
  };
}

const shapes = ["sweep", "parallel", "latencies", "timeline"] as const;

function refuseTwoShapes(spec: Spec): void {
  const given = shapes.filter((name) => spec[name]);
  if (given.length > 1)
    throw new TypeError(`${given.join(" and ")}: an experiment has one of them; write two experiments`);
}

function readBudget({ budgetMs, sweep, parallel }: Spec): number | null {
  if (budgetMs === undefined) return null;
  if (!sweep && !parallel)
    throw new TypeError("budgetMs: only a sweep or a parallel run takes one; leave it out");
  if (!(Number.isFinite(budgetMs) && budgetMs >= SHORTEST_BUDGET_MS))
    throw new RangeError(
      `budgetMs: ${budgetMs} is too short for any run; give ${SHORTEST_BUDGET_MS} or more`,
    );
  return budgetMs;
}

function readSweep(sweep: NonNullable<Spec["sweep"]>): Axes {
  const axes = Object.entries(sweep).map(readAxis);
  if (axes.length !== 1 && axes.length !== 2) {
    throw new TypeError(`sweep: ${axes.length} variables; give one or two, the others belong in params`);
  }
  const [first, second = null] = axes;
  return { ...first, second };
}

function readAxis([variable, values]: [string, readonly number[]]): Axis {
  if (values.length < 2 || !values.every(Number.isFinite)) {
    throw new TypeError(`sweep.${variable}: give two finite numbers or more`);
  }
  if (new Set(values).size < values.length) throw new TypeError(`sweep.${variable}: a value stands twice`);
  return { variable, values: [...values] };
}

function sourceOf(variant: Variant): string {
  if (typeof variant === "function") return String(variant);
  return variant.setup ? `setup: ${variant.setup}\nrun: ${variant.run}` : String(variant.run);
}

const quote = (name: string) => `"${name}"`;
