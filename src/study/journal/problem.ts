import { CONFIDENCES, type Kind } from "./entry.ts";

/** Says what a value must be, or null if it is. */
type Rule = (value: unknown) => string | null;

/** No clock of a device that is set at all is further ahead than this. In ms. */
const AHEAD_MS = 86_400_000;
/** The book is younger than this: 1 January 2026. */
const OLDEST = Date.UTC(2026, 0, 1);

const DAY_S = 86_400;
const LONGEST_NOTE = 4000;

const ITEM = /^[a-z0-9-]+(\/[a-z0-9-]+)?(#[\p{L}\p{N}_-]+)?$/u;

const matches =
  (pattern: RegExp, words: string, longest = 200): Rule =>
  (value) =>
    typeof value === "string" && value.length <= longest && pattern.test(value) ? null : words;
const oneOf =
  (...values: readonly unknown[]): Rule =>
  (value) =>
    values.includes(value) ? null : `must be ${values.map((v) => JSON.stringify(v)).join(" or ")}`;
const positive: Rule = (value) =>
  typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY
    ? null
    : "must be a number above zero";
const time: Rule = (value) => {
  if (!Number.isSafeInteger(value)) return "must be a whole number of milliseconds";
  if ((value as number) < OLDEST) return "is older than the book; the clock of that device was wrong";
  return (value as number) > Date.now() + AHEAD_MS
    ? "is in the future; a clock is wrong, here or there"
    : null;
};
const id = matches(/^[a-z0-9]+-[a-z0-9]+$/, "must be the id of an entry", 40);

const upTo =
  (most: number): Rule =>
  (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most
      ? null
      : `must be a whole number from 0 to ${most}`;
const scores: Rule = (value) => {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const points = isObject ? Object.entries(value) : [];
  const fits =
    points.length > 0 &&
    points.length <= 10 &&
    points.every(([name, n]) => /^[a-z-]{1,40}$/.test(name) && upTo(3)(n) === null);
  return fits ? null : "must be points from 0 to 3 by the names of criteria";
};

/** Fields that every entry has. */
const common: Record<string, Rule> = { id, at: time, item: matches(ITEM, "must be an address in the book") };

/** Fields of each kind of entry. */
const rules: Record<Kind, Record<string, Rule>> = {
  guess: { value: positive },
  measured: { value: positive },
  choice: {
    option: matches(/^[\p{L}\p{N}-]+$/u, "must be the name of an option"),
    right: oneOf(true, false),
  },
  known: { known: oneOf(true, false) },
  confidence: { confidence: oneOf(...CONFIDENCES) },
  grade: { grade: oneOf(1, 2, 3, 4) },
  solved: { solved: oneOf(true, false), by: oneOf("hand", "claim") },
  read: { read: oneOf(true, false), by: oneOf("hand", "reading") },
  path: { followed: oneOf(true, false) },
  interview: {
    seconds: upTo(DAY_S),
    scores,
    note: (value) =>
      typeof value === "string" && value.length <= LONGEST_NOTE
        ? null
        : "must be text of at most 4,000 characters",
  },
  undo: { of: id },
};

/**
 * What is wrong with a value that should be an entry, as "grade must be 1 or 2"; null if nothing is.
 * Nothing of an entry that passes is unknown to this version.
 */
export function problemOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "is no entry";
  const { kind } = value as { kind?: unknown };
  if (typeof kind !== "string" || !Object.hasOwn(rules, kind))
    return `.kind is ${short(kind)}, which this version of the book does not know`;
  const fields: Record<string, Rule> = { ...common, ...rules[kind as Kind] };
  const unknown = Object.keys(value).find((name) => name !== "kind" && !Object.hasOwn(fields, name));
  if (unknown) return `has a field ${short(unknown)}, which this version of the book does not know`;
  for (const [name, rule] of Object.entries(fields)) {
    const found = (value as Record<string, unknown>)[name];
    const wrong = rule(found);
    if (wrong) return `.${name} is ${short(found)}: it ${wrong}`;
  }
  return null;
}

/** A value as a message can hold it. */
function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "missing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
