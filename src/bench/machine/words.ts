import { browserLabel } from "../browser/label.ts";
import { hadFreeCores } from "../parallel/scaling.ts";
import { NO_BREAK, time } from "../text/units.ts";
import { type Card, nearestNs } from "./card.ts";
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
export function kneeText(knee: Knee): string {
  if (knee.to === null) return `above ${sizeText(knee.from)}`;
  return `between ${boundsOf(knee.from, knee.to).join(" and ")}`;
}

/** The same for a cell of a table: "24–48 KiB", "> 32 MiB". */
export function kneeRange({ from, to }: Knee): string {
  return to === null ? `> ${sizeText(from)}` : boundsOf(from, to).join("–");
}

/** The unit stands once if both have it. */
function boundsOf(from: number, to: number): [string, string] {
  const [size] = unitOf(from);
  const low = size === unitOf(to)[0] ? String(Number((from / size).toPrecision(3))) : sizeText(from);
  return [low, sizeText(to)];
}

/** A step of the clock: "5 µs", "0.1 ms". */
export function clockText(us: number): string {
  return us < 1000 ? `${us}${NO_BREAK}µs` : `${us / 1000}${NO_BREAK}ms`;
}

/** "two workers do 1.97 times the work of one", and that the cores were not free if it was little. */
export function scalingText(scaling2: NonNullable<Card["scaling2"]>): string {
  const busy = hadFreeCores({ scaling2 }) ? "" : ", so the cores were not free";
  return `two workers do ${scaling2.ratio.toFixed(2)}${NO_BREAK}times the work of one${busy}`;
}

/** The card in one line, for a place beside a result. */
export function cardLine(card: Card): string {
  const { os, cores, clockUs, scaling2, staircase } = card;
  const [, slowest] = staircase[staircase.length - 1];
  const gain = scaling2 ? `, two workers ${scaling2.ratio.toFixed(2)}× one` : "";
  const busy = scaling2 && !hadFreeCores({ scaling2 }) ? " (not free)" : "";
  return [
    `${browserLabel(card)} on ${os}`,
    `clock step ${clockText(clockUs)}`,
    `${cores} ${cores === 1 ? "core" : "cores"}${gain}${busy}`,
    `loads of ${time(nearestNs(card))} to ${time(slowest)}`,
  ].join("; ");
}
