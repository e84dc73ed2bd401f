import { type Markish, text } from "@observablehq/plot";
import type { Layout } from "./defaults.ts";
import { ratio, time } from "./format.ts";
import { COLUMN, type Geometry, type PlacedGroup } from "./ratio-geometry.ts";

/** A piece of text at a height, flush with the left edge or with the right edge of a column. */
interface Piece {
  y: number;
  words: string;
  /** from the left edge of the axis if `start`, from its right edge if `end` */
  dx: number;
  anchor: "start" | "end";
  className: string;
  /** in ems; longer words are cut with an ellipsis */
  most?: number;
}

/** Labels and numbers around the axis. */
export const words: Record<Layout, (groups: PlacedGroup[], per: string, geometry: Geometry) => Markish[]> = {
  wide: (groups, per, geometry) => [
    ...setAll([
      {
        y: geometry.head - 9,
        words: `time per ${per}`,
        dx: COLUMN.baseline,
        anchor: "end",
        className: "hp-quiet",
      },
    ]),
    ...setAll(groups.flatMap((group) => wideGroup(group, geometry))),
  ],
  narrow: (groups, per, geometry) => [
    ...setAll([
      { y: geometry.head - 9, words: `per ${per}`, dx: geometry.right, anchor: "end", className: "hp-quiet" },
    ]),
    ...setAll(groups.flatMap((group) => narrowGroup(group, geometry))),
  ],
};

function wideGroup(
  { variant, baseline, rows, top }: PlacedGroup,
  { left, group, text: down }: Geometry,
): Piece[] {
  const y = top + group / 2;
  return [
    { y, words: variant, dx: -left, anchor: "start", className: "hp-strong", most: 13 },
    { y, words: "ratio", dx: COLUMN.ratio, anchor: "end", className: "hp-quiet" },
    { y, words: variant, dx: COLUMN.variant, anchor: "end", className: "hp-quiet", most: 5.5 },
    { y, words: baseline, dx: COLUMN.baseline, anchor: "end", className: "hp-quiet", most: 5.5 },
    ...rows.flatMap(({ entry, comparison, variantNs, baselineNs, y }): Piece[] => {
      const className = entry.own ? "hp-own-words" : "hp-words";
      const own = { y: y + down, anchor: "end", className } as const;
      return [
        { ...own, words: entry.label, dx: -left, anchor: "start", most: 14 },
        { ...own, words: ratio(comparison.ratio), dx: COLUMN.ratio },
        { ...own, words: time(variantNs), dx: COLUMN.variant },
        { ...own, words: time(baselineNs), dx: COLUMN.baseline },
      ];
    }),
  ];
}

function narrowGroup(
  { variant, baseline, rows, top }: PlacedGroup,
  { left, right, group, text: down }: Geometry,
): Piece[] {
  const y = top + group / 2;
  return [
    { y, words: variant, dx: -left, anchor: "start", className: "hp-strong", most: 13 },
    { y, words: `against ${baseline}`, dx: right, anchor: "end", className: "hp-quiet", most: 14 },
    ...rows.flatMap(({ entry, comparison, variantNs, baselineNs, y }): Piece[] => {
      const className = entry.own ? "hp-own-words" : "hp-words";
      const own = { y: y + down, anchor: "end", className } as const;
      return [
        { ...own, words: entry.label, dx: -left, anchor: "start", most: 12 },
        { ...own, words: ratio(comparison.ratio), dx: right - 120 },
        { ...own, words: `${time(variantNs)} : ${time(baselineNs)}`, dx: right, className: "hp-quiet" },
      ];
    }),
  ];
}

function setAll(pieces: Piece[]): Markish[] {
  return pieces.map(({ y, words, dx, anchor, className, most }) =>
    text([words], {
      y,
      text: (words: string) => words,
      frameAnchor: anchor === "start" ? "left" : "right",
      textAnchor: anchor,
      dx,
      className,
      ...(most !== undefined && { lineWidth: most, textOverflow: "ellipsis" as const }),
    }),
  );
}
