/** Small checkers for data from outside. Each throws a TypeError that names the field and says what it should be. */
export type Check = (value: unknown, path: string) => void;

function refuse(path: string, expected: string, value: unknown): never {
  const seen = value === undefined ? "nothing" : (JSON.stringify(value)?.slice(0, 60) ?? typeof value);
  throw new TypeError(`${path}: expected ${expected}, found ${seen}`);
}

function check(expected: string, test: (value: unknown) => boolean): Check {
  return (value, path) => {
    if (!test(value)) refuse(path, expected, value);
  };
}

export const text = check("a text", (value) => typeof value === "string");
export const flag = check("true or false", (value) => typeof value === "boolean");
export const finite = check("a finite number", Number.isFinite);
export const positive = check("a number above 0", (value) => Number.isFinite(value) && (value as number) > 0);
export const notNegative = check(
  "a number of 0 or more",
  (value) => Number.isFinite(value) && (value as number) >= 0,
);
export const count = check(
  "a whole number of 0 or more",
  (value) => Number.isInteger(value) && (value as number) >= 0,
);
export const fraction = check(
  "a fraction from 0 to 1",
  (value) => Number.isFinite(value) && (value as number) >= 0 && (value as number) <= 1,
);
export const date = check("a date", (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)));
export const plainObject = check("an object", isObject);

export function oneOf(...values: readonly unknown[]): Check {
  return check(values.map((value) => JSON.stringify(value)).join(" or "), (value) => values.includes(value));
}

export function listOf(item: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return refuse(path, "a list", value);
    for (const [i, element] of value.entries()) item(element, `${path}[${i}]`);
  };
}

export function tuple(...items: Check[]): Check {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== items.length)
      refuse(path, `a list of ${items.length}`, value);
    for (const [i, item] of items.entries()) item((value as unknown[])[i], `${path}[${i}]`);
  };
}

/** Two numbers, the smaller first. */
export const interval: Check = (value, path) => {
  tuple(notNegative, notNegative)(value, path);
  const [low, high] = value as [number, number];
  if (low > high) refuse(path, "the smaller end first", value);
};

export function recordOf(item: Check): Check {
  return (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    for (const [key, field] of Object.entries(value)) item(field, `${path}.${key}`);
  };
}

/** Exactly these fields: an unknown one may carry what nobody agreed to publish. */
export function shape(fields: Record<string, Check>): Check {
  return (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    for (const key of Object.keys(value)) {
      if (!(key in fields))
        refuse(`${path}.${key}`, `no such field (known: ${Object.keys(fields).join(", ")})`, value[key]);
    }
    for (const [key, field] of Object.entries(fields)) field(value[key], `${path}.${key}`);
  };
}

export function orNull(item: Check): Check {
  return (value, path) => {
    if (value !== null) item(value, path);
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
