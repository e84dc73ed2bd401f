import type { Declaration, VariantSource } from "../../bench/declaration/declaration.ts";
import { LONGEST_LIFE_MS, MAX_WORKERS } from "../../bench/defaults.ts";
import { DEEPEST_PARAMS } from "../../bench/schema/limits.ts";
import { finite, oneOf } from "../../bench/schema/schema.ts";
import type { Claim, LatencySpec, ParallelSpec, Params, Per, TimelineSpec } from "../../bench/types.ts";
import { LONGEST_BUDGET_MS, LONGEST_SENTENCE, LONGEST_SOURCE } from "./limits.ts";
import {
  checked,
  fields,
  isObject,
  list,
  name,
  number,
  optional,
  orNull,
  record,
  refuse,
  sentence,
  type Take,
  whole,
} from "./take.ts";

/** Variants, claims, values of one variable: more than any page can show. */
const MOST_VARIANTS = 64;
const MOST_CLAIMS = 64;
const MOST_VALUES = 1_000;
const MOST_FIELDS = 100;

const anyNumber = checked<number>(finite);
const above0 = number(Number.MIN_VALUE, Number.MAX_VALUE);
const lifeMs = number(Number.MIN_VALUE, LONGEST_LIFE_MS);
const point = record(anyNumber, 8);

/** The parameters as far as they can be shown. */
const params: Take<Params> = (value, path) => {
  if (!isObject(value)) return refuse(path, "an object", value);
  return plain(value, path, DEEPEST_PARAMS) as Params;
};

function plain(value: unknown, path: string, depth: number): unknown {
  if (typeof value === "string") return sentence(LONGEST_SENTENCE)(value, path);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return refuse(path, `at most ${DEEPEST_PARAMS} levels`, value);
  const inner: Take<unknown> = (field, place) => plain(field, place, depth - 1);
  return Array.isArray(value)
    ? list(inner, 0, MOST_VALUES)(value, path)
    : record(inner, MOST_FIELDS)(value, path);
}

const load: Take<LatencySpec["load"]> = (value, path) =>
  isObject(value) && value.kind === "open"
    ? fields<{ kind: "open"; perSecond: number }>({ kind: checked(oneOf("open")), perSecond: above0 })(
        value,
        path,
      )
    : fields<{ kind: "closed" }>({ kind: checked(oneOf("closed", "open")) })(value, path);

/** What the cell of a worker in the sandbox declares; `readSpec` goes on to ask whether it makes sense. */
export const takeDeclaration: Take<Declaration> = fields<Declaration>({
  params: optional(params),
  variants: list(
    fields<VariantSource>({
      name,
      setup: orNull(sentence(LONGEST_SOURCE)),
      run: sentence(LONGEST_SOURCE),
    }),
    0,
    MOST_VARIANTS,
  ),
  baseline: optional(name),
  sameWithin: optional(number(0, 1)),
  per: optional(fields<Per>({ what: name, count: above0 })),
  sweep: optional(record(list(anyNumber, 0, MOST_VALUES), 8)),
  parallel: optional(
    fields<ParallelSpec>({
      workers: list(whole(1, MAX_WORKERS), 1, MAX_WORKERS),
      ms: optional(lifeMs),
    }),
  ),
  latencies: optional(fields<LatencySpec>({ load: optional(load), ms: optional(lifeMs) })),
  budgetMs: optional(number(Number.MIN_VALUE, LONGEST_BUDGET_MS)),
  timeline: optional(fields<TimelineSpec>({ ms: optional(lifeMs), binMs: optional(lifeMs) })),
  claims: optional(
    list(
      fields<Claim>({
        says: sentence(LONGEST_SENTENCE),
        of: name,
        over: optional(name),
        at: optional(point),
        overAt: optional(point),
        atLeast: optional(anyNumber),
        atMost: optional(anyNumber),
      }),
      0,
      MOST_CLAIMS,
    ),
  ),
});
