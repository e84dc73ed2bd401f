import { parseCard } from "../../bench/machine/parse-card.ts";
import {
  type Check,
  date,
  listOf,
  oneOf,
  orNull,
  parameters,
  recordOf,
  shape,
  text,
} from "../../bench/schema/schema.ts";
import { parseResult } from "../../bench/schema/validate.ts";
import type { Result } from "../../bench/types.ts";
import type { NotebookRecord } from "./record.ts";

/** Characters of a record: ten results of 40 kB, the most that the harness writes. Whoever presses Run loads all of them. */
export const LONGEST_RECORD = 400_000;

/** A check by a function that throws a TypeError; a record has no published schema. */
function by(test: (value: unknown, path: string) => void): Check {
  return Object.assign((value: unknown, path: string) => test(value, path), { schema: {} });
}

/** Checked below, field by field, by the schema of results. */
const anything = by(() => {});

const always: Record<string, Check> = {
  schema: oneOf("hot-path/record.v1"),
  notebook: text,
  recordedAt: date,
  machine: orNull(shape({ cpu: text, os: text, note: text })),
  results: recordOf(anything),
};

/** Fields that records did not have at first: each may be absent. */
const later: Record<string, Check> = {
  earlier: recordOf(listOf(anything)),
  card: by(parseCard),
  inputs: recordOf(parameters),
  edits: recordOf(recordOf(text)),
};

/**
 * Reads a record from the text of a file, those written before a field existed included.
 * Throws a TypeError that begins with the first wrong field and says why.
 */
export function parseRecord(json: string): NotebookRecord {
  if (json.length > LONGEST_RECORD)
    throw new TypeError(`record: ${json.length} characters; a record has at most ${LONGEST_RECORD}`);
  const value = parseJson(json);
  const known = Object.entries(later).filter(([name]) => isObject(value) && Object.hasOwn(value, name));
  shape({ ...always, ...Object.fromEntries(known) })(value, "record");
  const { results, earlier, ...rest } = value as NotebookRecord;
  if (Object.keys(results).length === 0) throw new TypeError("record.results: holds no result");
  return {
    ...rest,
    results: mapOf(results, (result, name) => parseNamed(result, `record.results.${name}`)),
    ...(earlier && {
      earlier: mapOf(earlier, (runs, name) =>
        runs.map((run, i) => parseNamed(run, `record.earlier.${name}[${i}]`)),
      ),
    }),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new TypeError(`record: no JSON: ${(error as Error).message}`);
  }
}

function parseNamed(result: unknown, path: string): Result {
  try {
    return parseResult(result);
  } catch (error) {
    throw new TypeError((error as Error).message.replace(/^result/, () => path));
  }
}

function mapOf<T>(record: Record<string, T>, f: (value: T, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, f(value, name)]));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
