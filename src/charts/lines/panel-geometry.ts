import { type Layout, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";
import { padding } from "../parts/padding.ts";
import { KEY_LINE, type KeyPlace, keyLines } from "./key.ts";
import { LABEL_SPACE } from "./lines.ts";

/** Height of the drawing area of a panel that stands alone, and of one among several. */
const HEIGHT: Record<Layout, { one: number; many: number }> = {
  wide: { one: 250, many: 160 },
  narrow: { one: 200, many: 140 },
};
/** Room for the numbers of the y axis, and for the last number of the x axis. */
const SIDE = { left: 44, right: 14 };
/** Label of the y axis above, title of a panel, numbers and label of the x axis below. */
const ABOVE = 30;
const TITLE = 22;
const NUMBERS = 30;
const BELOW = 14;
const GUTTER = 24;
const TICKS: Record<Layout, { alone: number; paired: number }> = {
  wide: { alone: 9, paired: 5 },
  narrow: { alone: 5, paired: 5 },
};
/** What names beside the lines must leave to the lines, by the number of columns; else they stand in a key. */
const LEAST_DRAWING: Record<Layout, number[]> = { wide: [300, 150, 110], narrow: [150] };

export interface Box {
  columns: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  panelWidth: number;
  panelHeight: number;
  /** right of the lines, for their names; 0 if they have none there */
  inset: number;
  /** where the names stand if not beside the lines */
  key: KeyPlace | null;
  /** gaps between panels as Plot's band scales count them: fractions of a step */
  padding: { x: number; y: number };
  /** most ticks on either axis of a panel */
  ticks: { x: number; y: number };
}

/** What a figure has to place. */
export interface Contents {
  panels: number;
  /** names of the panels; none if they need none */
  titles: string[];
  /** names of the lines; none if there is one line */
  names: string[];
  /** names stand in a key even if they fit beside the lines */
  keyed?: boolean;
  /** room for the numbers of the y axis */
  left?: number;
}

/**
 * Places the panels: one under the other on a phone; else three in one row if all words fit, or two in a row. Names
 * stand beside the lines; in the place after the last panel if that is empty; above if they are too long for either.
 */
export function arrange(contents: Contents, layout: Layout): Box {
  const { panels, titles, names, left = SIDE.left } = contents;
  const columns = layout === "narrow" ? 1 : Math.min(panels, inOneRow(contents) ? 3 : 2);
  const rows = Math.ceil(panels / columns);
  const title = titles.length > 0 ? TITLE : 0;
  const between = NUMBERS + title;
  const panelHeight = panels > 1 ? HEIGHT[layout].many : HEIGHT[layout].one;
  const panelWidth = widthIn(columns, layout, left);
  const beside = !contents.keyed && roomFor(names) <= panelWidth - LEAST_DRAWING[layout][columns - 1];
  const spare = names.length > 0 && rows * columns > panels;
  const above = names.length > 0 && !beside && !spare;
  const top = ABOVE + title + (above ? keyLines(names, WIDTH[layout]) * KEY_LINE : 0);
  const bottom = NUMBERS + BELOW;
  return {
    columns,
    height: top + rows * panelHeight + (rows - 1) * between + bottom,
    top,
    bottom,
    left,
    right: SIDE.right,
    panelWidth,
    panelHeight,
    inset: beside && !spare ? roomFor(names) : 0,
    key: spare
      ? {
          left: (columns - 1) * (panelWidth + GUTTER),
          top: (rows - 1) * (panelHeight + between),
          width: panelWidth,
          stacked: true,
        }
      : above
        ? { left: -left, top: ABOVE - top - 6, width: WIDTH[layout], stacked: false }
        : null,
    padding: {
      x: padding(columns, panelWidth, GUTTER),
      y: padding(rows, panelHeight, between),
    },
    ticks: { x: columns > 1 ? TICKS[layout].paired : TICKS[layout].alone, y: 6 },
  };
}

/** True if three panels can stand side by side with their titles and names whole. */
function inOneRow({ panels, titles, names, keyed, left }: Contents): boolean {
  const width = widthIn(3, "wide", left);
  return (
    panels === 3 &&
    titles.every((title) => widthOf(title) <= width) &&
    (keyed || roomFor(names) <= width - LEAST_DRAWING.wide[2])
  );
}

function widthIn(columns: number, layout: Layout, left = SIDE.left): number {
  return (WIDTH[layout] - left - SIDE.right - (columns - 1) * GUTTER) / columns;
}

/** Room that the names take right of the lines. */
function roomFor(names: string[]): number {
  return names.length > 0 ? Math.max(...names.map(widthOf)) + LABEL_SPACE : 0;
}
