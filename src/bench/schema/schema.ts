/**
 * Small checkers for data from outside. Each throws a TypeError that names the field and says what it should be, and
 * knows the same rule as JSON Schema, with which a test compares the published one.
 */

import { DEEPEST_PARAMS, LONGEST_LIST, LONGEST_TEXT, RESERVED } from "./limits.ts";
import { preview } from "./preview.ts";

export interface Check {
  (value: unknown, path: string): void;
  /** the rule in JSON Schema 2020-12 */
  schema: Readonly<Record<string, unknown>>;
}

type Test = (value: unknown, path: string) => void;

function rule(schema: Check["schema"], test: Test): Check {
  return Object.assign((value: unknown, path: string) => test(value, path), { schema });
}

function refuse(path: string, expected: string, value: unknown): never {
  throw new TypeError(`${path}: expected ${expected}, found ${preview(value)}`);
}

function check(expected: string, schema: Check["schema"], test: (value: unknown) => boolean): Check {
  return rule(schema, (value, path) => {
    if (!test(value)) refuse(path, expected, value);
  });
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_TEXT;
const isNumber = (value: unknown): value is number => Number.isFinite(value);

export const text = check(
  `a text of at most ${LONGEST_TEXT} characters`,
  { type: "string", maxLength: LONGEST_TEXT },
  isText,
);
export const flag = check("true or false", { type: "boolean" }, (value) => typeof value === "boolean");
export const finite = check("a finite number", { type: "number" }, isNumber);
export const positive = check(
  "a number above 0",
  { type: "number", exclusiveMinimum: 0 },
  (value) => isNumber(value) && value > 0,
);
export const notNegative = check(
  "a number of 0 or more",
  { type: "number", minimum: 0 },
  (value) => isNumber(value) && value >= 0,
);
export const count = check(
  "a whole number of 0 or more",
  { type: "integer", minimum: 0 },
  (value) => Number.isInteger(value) && (value as number) >= 0,
);
export const fraction = check(
  "a fraction from 0 to 1",
  { type: "number", minimum: 0, maximum: 1 },
  (value) => isNumber(value) && value >= 0 && value <= 1,
);

/** As `toISOString` writes it. */
const DATE = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$";
export const date = check(
  "a date as 2026-01-31T12:00:00.000Z",
  { type: "string", format: "date-time", pattern: DATE },
  (value) => isText(value) && new RegExp(DATE).test(value) && !Number.isNaN(Date.parse(value)),
);

export function oneOf(...values: readonly unknown[]): Check {
  const schema = values.length === 1 ? { const: values[0] } : { enum: values };
  return check(values.map((value) => JSON.stringify(value)).join(" or "), schema, (value) =>
    values.includes(value),
  );
}

export function listOf(item: Check): Check {
  return rule({ type: "array", maxItems: LONGEST_LIST, items: item.schema }, (value, path) => {
    if (!Array.isArray(value)) return refuse(path, "a list", value);
    if (value.length > LONGEST_LIST) refuse(path, `a list of at most ${LONGEST_LIST}`, value);
    for (const [i, element] of value.entries()) item(element, `${path}[${i}]`);
  });
}

export function tuple(...items: Check[]): Check {
  const { length } = items;
  const prefixItems = items.map(({ schema }) => schema);
  return rule({ type: "array", prefixItems, minItems: length, maxItems: length }, (value, path) => {
    if (!Array.isArray(value) || value.length !== length) return refuse(path, `a list of ${length}`, value);
    for (const [i, item] of items.entries()) item(value[i], `${path}[${i}]`);
  });
}

const ends = tuple(notNegative, notNegative);

/** Two numbers, the smaller first. */
export const interval = rule(ends.schema, (value, path) => {
  ends(value, path);
  const [low, high] = value as [number, number];
  if (low > high) refuse(path, "the smaller end first", value);
});

export function recordOf(item: Check): Check {
  const schema = {
    type: "object",
    maxProperties: LONGEST_LIST,
    propertyNames: { not: { enum: RESERVED } },
    additionalProperties: item.schema,
  };
  return rule(schema, (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    for (const [key, field] of entriesOf(value, path)) item(field, `${path}.${key}`);
  });
}

/** Exactly these fields: an unknown one may carry what nobody agreed to publish. */
export function shape(fields: Record<string, Check>): Check {
  const names = Object.keys(fields);
  const properties = Object.fromEntries(names.map((name) => [name, fields[name].schema]));
  const schema = { type: "object", required: names, additionalProperties: false, properties };
  return rule(schema, (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined)
      refuse(
        `${path}.${preview(unknown).slice(1, -1)}`,
        `no such field (known: ${names.join(", ")})`,
        value[unknown],
      );
    for (const [key, field] of Object.entries(fields))
      field(Object.hasOwn(value, key) ? value[key] : undefined, `${path}.${key}`);
  });
}

/** One of several shapes, told apart by their field `kind`. */
export function byKind(shapes: Record<string, Record<string, Check>>): Check {
  const checks = new Map(Object.entries(shapes).map(([kind, fields]) => [kind, shape(fields)]));
  const kinds = oneOf(...checks.keys());
  return rule({ anyOf: [...checks.values()].map(({ schema }) => schema) }, (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    kinds(value.kind, `${path}.kind`);
    checks.get(value.kind as string)?.(value, path);
  });
}

export function orNull(item: Check): Check {
  return rule({ anyOf: [item.schema, { type: "null" }] }, (value, path) => {
    if (value !== null) item(value, path);
  });
}

/** Whatever a notebook's parameters are, within reason. */
export const parameters: Check = rule(
  { type: "object", maxProperties: LONGEST_LIST, propertyNames: { not: { enum: RESERVED } } },
  (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    plain(value, path, DEEPEST_PARAMS);
  },
);

function plain(value: unknown, path: string, depth: number): void {
  if (typeof value === "string" && value.length > LONGEST_TEXT)
    refuse(path, `a text of at most ${LONGEST_TEXT} characters`, value);
  if (typeof value !== "object" || value === null) return;
  if (depth === 0) refuse(path, `at most ${DEEPEST_PARAMS} levels`, value);
  for (const [key, field] of entriesOf(value, path)) plain(field, `${path}.${key}`, depth - 1);
}

function entriesOf(value: object, path: string): [string, unknown][] {
  const keys = Object.keys(value);
  if (keys.length > LONGEST_LIST) refuse(path, `at most ${LONGEST_LIST} fields`, value);
  const reserved = keys.find((key) => RESERVED.includes(key));
  if (reserved)
    refuse(`${path}.${reserved}`, "another name for a field", (value as Record<string, unknown>)[reserved]);
  return Object.entries(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
