/**
 * Small readers for data from outside. Each gives a copy that holds what was asked for and nothing else: unknown fields,
 * prototypes and getters stay behind. Each throws a TypeError that names the field and says what it should be.
 */

import { RESERVED } from "../../bench/schema/limits.ts";
import { preview } from "../../bench/schema/preview.ts";
import type { Check } from "../../bench/schema/schema.ts";
import { harmless, isPlain } from "./harmless.ts";
import { LONGEST_NAME } from "./limits.ts";

export type Take<T> = (value: unknown, path: string) => T;

export function refuse(path: string, expected: string, value: unknown): never {
  throw new TypeError(`${path}: expected ${expected}, found ${preview(value)}`);
}

/** What the check lets pass. */
export function checked<T>(check: Check): Take<T> {
  return (value, path) => {
    check(value, path);
    return value as T;
  };
}

export function number(least: number, most: number): Take<number> {
  return (value, path) => {
    if (typeof value === "number" && value >= least && value <= most) return value;
    return refuse(path, `a number from ${least} to ${most}`, value);
  };
}

export function whole(least: number, most: number = Number.MAX_SAFE_INTEGER): Take<number> {
  return (value, path) => {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
      return value as number;
    return refuse(path, `a whole number from ${least} to ${most}`, value);
  };
}

/** Text that is shown: made harmless, and cut. */
export function sentence(most: number): Take<string> {
  return (value, path) => (typeof value === "string" ? harmless(value, most) : refuse(path, "a text", value));
}

/** Text that means something to the harness or names something: refused if it is not what it seems. */
export const name: Take<string> = (value, path) => {
  if (typeof value === "string" && value !== "" && isPlain(value, LONGEST_NAME) && !RESERVED.includes(value))
    return value;
  return refuse(
    path,
    `a name of 1 to ${LONGEST_NAME} visible characters that means nothing to JavaScript`,
    value,
  );
};

export function list<T>(item: Take<T>, least: number, most: number = least): Take<T[]> {
  const expected = least === most ? `a list of ${most}` : `a list of ${least} to ${most}`;
  return (value, path) => {
    if (!Array.isArray(value) || value.length < least || value.length > most)
      return refuse(path, expected, value);
    return Array.from(value, (element, i) => item(element, `${path}[${i}]`));
  };
}

/** Two values. */
export function pair<T>(item: Take<T>): Take<[T, T]> {
  return list(item, 2) as Take<[T, T]>;
}

export function orNull<T>(item: Take<T>): Take<T | null> {
  return (value, path) => (value === null ? null : item(value, path));
}

/** A field that may be absent. */
export function optional<T>(item: Take<T>): Take<T | undefined> {
  return (value, path) => (value === undefined ? undefined : item(value, path));
}

/** These fields; one that is absent after all stays absent. */
export function fields<T extends object>(takes: { [K in keyof T]-?: Take<T[K]> }): Take<T> {
  const entries = Object.entries(takes) as [string, Take<unknown>][];
  return (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    const taken = entries.map(([key, take]) => [
      key,
      take(Object.hasOwn(value, key) ? value[key] : undefined, `${path}.${key}`),
    ]);
    return Object.fromEntries(taken.filter(([, field]) => field !== undefined)) as T;
  };
}

/** Any names, each with such a value. */
export function record<T>(item: Take<T>, most: number): Take<Record<string, T>> {
  return (value, path) => {
    if (!isObject(value)) return refuse(path, "an object", value);
    const keys = Object.keys(value);
    if (keys.length > most) return refuse(path, `at most ${most} fields`, value);
    return Object.fromEntries(
      keys.map((key) => [name(key, `${path}, one of its names`), item(value[key], `${path}.${key}`)]),
    );
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
