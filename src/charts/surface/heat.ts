import { short } from "../parts/format.ts";
import { scale, scaleType } from "../parts/scale.ts";

/** Steps of the sequential scale: classes `hp-heat-1` to `hp-heat-8` of charts.css, from paper to ink. */
export const HEATS = 8;
/** From this step on words are set in the colour of the paper. */
export const DARK_FROM = 6;

/** A sequential scale of times: which step a time has, and what the steps begin with. */
export interface Heat {
  /** 1 to HEATS */
  stepOf: (ns: number) => number;
  /** ends of the scale in ns */
  ends: [number, number];
  unit: Unit;
}

/** One unit for all cells of a figure, so that their numbers can be compared. */
export interface Unit {
  ns: number;
  name: string;
}

const UNITS: Unit[] = [
  { ns: 1e9, name: "s" },
  { ns: 1e6, name: "ms" },
  { ns: 1e3, name: "µs" },
  { ns: 1, name: "ns" },
];

/** Steps of equal ratio where times spread widely, of equal difference else. */
export function heatOf(times: number[]): Heat {
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const { at } = scale(scaleType(times), times, [low, high]);
  return {
    stepOf: (ns) => (high > low ? Math.min(HEATS, 1 + Math.floor(at(ns) * HEATS)) : 1),
    ends: [low, high],
    unit: UNITS.find((unit) => low >= unit.ns) ?? UNITS[UNITS.length - 1],
  };
}

/** The number of a cell: two significant digits. */
export function inUnit(ns: number, unit: Unit): string {
  return short(ns / unit.ns);
}
