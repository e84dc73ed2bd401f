import type { Markish } from "@observablehq/plot";
import type { Layout } from "../parts/defaults.ts";
import { NO_BREAK, ratio, time } from "../parts/format.ts";
import { type Piece, piece } from "../parts/piece.ts";
import { COLUMN, type Geometry, type PlacedGroup } from "./geometry.ts";

/** Room for a label and for the name over a column of numbers. */
const LABEL = 160;
const NUMBER = 78;

/** What the times are of, over the numbers. */
export const HEAD: Record<Layout, (per: string) => string> = {
  wide: (per) => `time per ${per}`,
  narrow: (per) => `per ${per}`,
};

const GROUP: Record<Layout, (group: PlacedGroup, geometry: Geometry) => Piece[]> = {
  wide: wideGroup,
  narrow: narrowGroup,
};

/** Labels and numbers around the axis. */
export function words(groups: PlacedGroup[], per: string, geometry: Geometry, layout: Layout): Markish[] {
  const { head, right } = geometry;
  const over: Piece = {
    y: head - 9,
    words: HEAD[layout](per),
    dx: right,
    anchor: "end",
    className: "hp-quiet",
  };
  return [over, ...groups.flatMap((group) => GROUP[layout](group, geometry))].map(piece);
}

function wideGroup(
  { variant, baseline, rows, top }: PlacedGroup,
  { left, group, text: down }: Geometry,
): Piece[] {
  const y = top + group / 2;
  return [
    { y, words: variant, dx: -left, anchor: "start", className: "hp-strong", most: LABEL },
    { y, words: "ratio", dx: COLUMN.ratio, anchor: "end", className: "hp-quiet" },
    { y, words: variant, dx: COLUMN.variant, anchor: "end", className: "hp-quiet", most: NUMBER },
    { y, words: baseline, dx: COLUMN.baseline, anchor: "end", className: "hp-quiet", most: NUMBER },
    ...rows.flatMap(({ entry, comparison, variantNs, baselineNs, y }): Piece[] => {
      const className = entry.own ? "hp-own-words" : "hp-words";
      const own = { y: y + down, anchor: "end", className } as const;
      return [
        { ...own, words: entry.label, dx: -left, anchor: "start", most: LABEL },
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
    { y, words: variant, dx: -left, anchor: "start", className: "hp-strong", most: LABEL },
    { y, words: `against ${baseline}`, dx: right, anchor: "end", className: "hp-quiet", most: LABEL },
    ...rows.flatMap(({ entry, comparison, variantNs, baselineNs, y }): Piece[] => {
      const className = entry.own ? "hp-own-words" : "hp-words";
      const own = { y: y + down, anchor: "end", className } as const;
      return [
        { ...own, words: entry.label, dx: -left, anchor: "start", most: LABEL },
        { ...own, words: ratio(comparison.ratio), dx: right - 120 },
        { ...own, words: pair(variantNs, baselineNs), dx: right, className: "hp-quiet" },
      ];
    }),
  ];
}

/** Two times, the unit once if it is the same. */
function pair(a: number, b: number): string {
  const [first, unit] = time(a).split(NO_BREAK);
  const second = time(b);
  return second.split(NO_BREAK)[1] === unit ? `${first} : ${second}` : `${time(a)} : ${second}`;
}
