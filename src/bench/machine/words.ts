import { browserLabel } from "../browser/label.ts";
import { NO_BREAK, time } from "../units.ts";
import type { Card } from "./card.ts";
import type { Knee } from "./staircase.ts";

const UNITS: [size: number, name: string][] = [
  [2 ** 20, "MiB"],
  [2 ** 10, "KiB"],
  [1, "bytes"],
];

/** "24 KiB", "1.5 MiB". */
export function sizeText(bytes: number): string {
  const [size, name] = unitOf(bytes);
  return `${Number((bytes / size).toPrecision(3))}${NO_BREAK}${name}`;
}

function unitOf(bytes: number): [number, string] {
  return UNITS.find(([size]) => bytes >= size) ?? UNITS[UNITS.length - 1];
}

/** "between 24 and 48 KiB", "above 32 MiB": a bound that was measured on either side, and no more. */
export function kneeText({ from, to }: Knee): string {
  if (to === null) return `above ${sizeText(from)}`;
  const sameUnit = unitOf(from)[0] === unitOf(to)[0];
  const low = sameUnit ? String(Number((from / unitOf(from)[0]).toPrecision(3))) : sizeText(from);
  return `between ${low} and ${sizeText(to)}`;
}

/** A step of the clock: "5 µs", "0.1 ms". */
export function clockText(us: number): string {
  return us < 1000 ? `${us}${NO_BREAK}µs` : `${us / 1000}${NO_BREAK}ms`;
}

/** "1.97 times" */
export function scalingText({ ratio }: NonNullable<Card["scaling2"]>): string {
  return `${ratio.toFixed(2)}${NO_BREAK}times`;
}

/** The card in one line, for a place beside a result. */
export function cardLine(card: Card): string {
  const { os, cores, clockUs, scaling2, staircase } = card;
  const parts = [
    `${browserLabel(card)} on ${os}`,
    `clock step ${clockText(clockUs)}`,
    `${cores} ${cores === 1 ? "core" : "cores"} reported`,
    ...(scaling2 ? [`two workers do ${scalingText(scaling2)} the work of one`] : []),
    ...(staircase.length > 0 ? [loadText(staircase)] : []),
  ];
  return parts.join("; ");
}

function loadText(staircase: Card["staircase"]): string {
  const [smallest, largest] = [staircase[0], staircase[staircase.length - 1]];
  const [from, to] = [smallest, largest].map(([bytes, ns]) => `${time(ns)} in ${sizeText(bytes)}`);
  return `a load takes ${from} and ${to}`;
}
