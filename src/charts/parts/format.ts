/** Numbers as the figures print them: no more digits than the measurement carries. */

import { NO_BREAK, short, UNITS } from "../../bench/text/units.ts";

export { NO_BREAK, short, time } from "../../bench/text/units.ts";

const BINARY = ["", "Ki", "Mi", "Gi"];

const THOUSANDS: [size: number, sign: string, word: string][] = [
  [1e9, "G", "billion"],
  [1e6, "M", "million"],
];

/** How many a second, in words that a sentence can hold: "420", "42,000", "1.2 million". */
export function many(value: number): string {
  const [size, , word] = THOUSANDS.find(([size]) => value >= size * 0.9995) ?? [1, "", ""];
  const digits = Number(Number(value / size).toPrecision(2));
  return size > 1 ? `${short(value / size)}${NO_BREAK}${word}` : digits.toLocaleString("en-GB");
}

/** The same at a tick: "420", "42 k", "1.2 M". */
export function manyTick(value: number): string {
  const signs = [...THOUSANDS.map(([size, sign]) => [size, sign] as const), [1e3, "k"] as const];
  const [size, sign] = signs.find(([size]) => value >= size) ?? [1, ""];
  return `${Number((value / size).toPrecision(12))}${sign ? NO_BREAK + sign : ""}`;
}

/** A time at a tick: "0.5 ns", "10 µs". */
export function timeTick(ns: number): string {
  const [size, name] = UNITS.find(([size]) => ns >= size) ?? UNITS[UNITS.length - 1];
  return `${Number((ns / size).toPrecision(12))}${NO_BREAK}${name}`;
}

/** A ratio: "4.3×"; one digit more near 1, where the verdicts are decided: "1.02×". */
export function ratio(value: number): string {
  const nearOne = value > 0.9 && value < 1.1;
  return `${nearOne ? value.toFixed(2) : short(value)}×`;
}

/** A fraction as a percentage with at most one decimal: "96.1 %", "3 %". */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(1))}${NO_BREAK}%`;
}

/** A count: "4 Ki" where it is a whole number of binary units, else digits in groups of three. */
export function count(value: number): string {
  if (value >= 1024 && Number.isInteger(value)) {
    const power = Math.min(3, Math.floor(Math.log2(value) / 10));
    const scaled = value / 1024 ** power;
    if (Number.isInteger(scaled)) return power > 0 ? `${scaled}${NO_BREAK}${BINARY[power]}` : `${scaled}`;
  }
  return Number.isInteger(value) ? value.toLocaleString("en-GB") : String(Number(value.toPrecision(3)));
}

/** Three significant digits for tables, where numbers are compared with others. */
export function exact(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString("en-GB") : String(Number(value.toPrecision(3)));
}

/** "a", "a and b", "a, b and c". */
export function list(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}
