import type { Layout } from "../parts/defaults.ts";
import type { RatioGroup, RatioRow } from "./rows.ts";

/** Measures of a ratio plot, in pixels. */
export interface Geometry {
  /** left of the axis; wide drawings put the labels there */
  left: number;
  /** right of the axis; wide drawings put the numbers there */
  right: number;
  /** above the first group */
  head: number;
  /** heading of a group */
  group: number;
  row: number;
  /** after the last row of a group */
  gap: number;
  /** from the top of a row to its text, its interval and its blocks */
  text: number;
  interval: number;
  blocks: number;
  /** axis and direction under the last group */
  foot: number;
}

export const GEOMETRY: Record<Layout, Geometry> = {
  wide: {
    left: 164,
    right: 226,
    head: 22,
    group: 27,
    row: 31,
    gap: 2,
    text: 10,
    interval: 9,
    blocks: 19,
    foot: 42,
  },
  narrow: {
    left: 8,
    right: 8,
    head: 20,
    group: 27,
    row: 51,
    gap: 2,
    text: 7,
    interval: 24,
    blocks: 35,
    foot: 42,
  },
};

/** Right edges of the columns of numbers in a wide drawing, from the right edge of the axis. */
export const COLUMN = { ratio: 56, variant: 142, baseline: 226 };

export type PlacedRow = RatioRow & { y: number };
export type PlacedGroup = Omit<RatioGroup, "rows"> & { rows: PlacedRow[]; top: number; bottom: number };
