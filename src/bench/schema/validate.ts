import { checkLatencies, latencyShape } from "../latencies/shape.ts";
import { checkParallel, parallelShape } from "../parallel/shape.ts";
import { checkTimeline, timelineShape } from "../timeline/shape.ts";
import type { Result, SweepResult } from "../types.ts";
import { warningCodes } from "../warnings/warnings.ts";
import { LONGEST_RESULT } from "./limits.ts";
import {
  count,
  date,
  finite,
  flag,
  fraction,
  interval,
  listOf,
  notNegative,
  oneOf,
  orNull,
  parameters,
  positive,
  recordOf,
  shape,
  text,
  tuple,
} from "./schema.ts";
import { upgrade } from "./upgrade.ts";

const environment = shape({
  browser: shape({ name: text, major: count }),
  engine: text,
  os: text,
  cores: count,
  isolated: flag,
  clock: shape({ resolutionUs: positive, callNs: notNegative }),
  referenceNs: shape({ first: notNegative, last: notNegative }),
  floorNs: notNegative,
});

const worker = shape({
  block: count,
  position: count,
  n: count,
  warmUp: listOf(tuple(notNegative, notNegative)),
  slices: listOf(notNegative),
  setAside: listOf(notNegative),
});

/** A whole result, but for the rules between its fields. */
export const resultShape = shape({
  schema: oneOf("hot-path/result.v1"),
  kind: oneOf("comparison", "sweep", "parallel", "latencies", "timeline"),
  createdAt: date,
  bench: shape({
    id: text,
    params: parameters,
    per: orNull(shape({ what: text, count: positive })),
    sources: recordOf(text),
    hash: text,
  }),
  harness: shape({
    version: text,
    seed: count,
    blocks: count,
    order: listOf(listOf(count)),
    sliceMs: notNegative,
    warmUpMs: notNegative,
    inputs: count,
    sameWithin: fraction,
  }),
  environment,
  variants: listOf(
    shape({
      name: text,
      coldNs: notNegative,
      workers: listOf(worker),
      typicalNs: notNegative,
      interval,
      coverage: fraction,
    }),
  ),
  comparisons: listOf(
    shape({
      variant: text,
      baseline: text,
      ratio: positive,
      interval,
      coverage: fraction,
      verdict: oneOf("faster", "slower", "same", "unclear"),
      blocks: listOf(positive),
    }),
  ),
  sweep: orNull(
    shape({
      variable: text,
      values: listOf(finite),
      second: orNull(shape({ variable: text, values: listOf(finite) })),
      points: listOf(
        shape({
          variant: text,
          at: recordOf(finite),
          inputs: count,
          runs: listOf(notNegative),
          typicalNs: notNegative,
          interval,
          coverage: fraction,
        }),
      ),
    }),
  ),
  parallel: orNull(parallelShape),
  latencies: orNull(latencyShape),
  timeline: orNull(timelineShape),
  warnings: listOf(shape({ code: oneOf(...warningCodes), sentence: text, next: text })),
  discarded: listOf(shape({ block: count, reason: text })),
  elapsedMs: notNegative,
});

/**
 * Takes data from outside as a Result, those written before a field existed included.
 * Throws a TypeError with the path of the first wrong field and the reason.
 */
export function parseResult(json: unknown): Result {
  const upgraded = upgrade(json);
  resultShape(upgraded, "result");
  const parsed = upgraded as Result;
  for (const field of ["sweep", "parallel", "latencies", "timeline"] as const) checkKind(parsed, field);
  if (parsed.sweep) checkSweep(parsed.sweep, "result.sweep");
  if (parsed.parallel) checkParallel(parsed.parallel, "result.parallel");
  if (parsed.latencies) checkLatencies(parsed.latencies, "result.latencies");
  if (parsed.timeline) checkTimeline(parsed.timeline, "result.timeline");
  const known = parsed.sweep ? parsed.sweep.points.map((p) => p.variant) : parsed.variants.map((v) => v.name);
  for (const [i, { variant, baseline }] of parsed.comparisons.entries()) {
    if (!known.includes(variant)) throw unknownVariant(`result.comparisons[${i}].variant`, variant);
    if (!known.includes(baseline)) throw unknownVariant(`result.comparisons[${i}].baseline`, baseline);
  }
  return parsed;
}

/**
 * Reads a result from the text of a file.
 * Throws a TypeError that says what is wrong: the size, the JSON, or the first wrong field.
 */
export function readResult(json: string): Result {
  if (json.length > LONGEST_RESULT)
    throw new TypeError(
      `result: ${json.length} characters; a result has at most ${LONGEST_RESULT}, so this is something else`,
    );
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new TypeError(`result: no JSON: ${(error as Error).message}`);
  }
  return parseResult(value);
}

/** What a kind is named for is there, unless nothing was timed, and what it is not named for is not. */
function checkKind(
  { kind, warnings, ...rest }: Result,
  field: "sweep" | "parallel" | "latencies" | "timeline",
): void {
  const isThere = rest[field] !== null;
  if ((kind === field) === isThere || warnings.some((w) => w.code === "wrong-answer")) return;
  throw new TypeError(`result.${field}: a run of kind ${kind} ${isThere ? "has none" : "needs one"}`);
}

/** Every point lies at one of the values of each variable, and at nothing else. */
function checkSweep({ variable, values, second, points }: SweepResult, path: string): void {
  const axes = [{ variable, values }, ...(second ? [second] : [])];
  for (const [i, { at }] of points.entries()) {
    const stray = Object.keys(at).find((name) => axes.every((axis) => axis.variable !== name));
    if (stray !== undefined)
      throw new TypeError(`${path}.points[${i}].at.${stray}: no variable of this sweep`);
    const off = axes.find((axis) => !axis.values.includes(at[axis.variable]));
    if (off) {
      throw new TypeError(
        `${path}.points[${i}].at.${off.variable}: ${at[off.variable] ?? "nothing"} is none of ${off.values.join(", ")}`,
      );
    }
  }
}

function unknownVariant(path: string, name: string): TypeError {
  return new TypeError(`${path}: "${name}" is no variant of this result`);
}
