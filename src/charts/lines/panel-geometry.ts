import { type Layout, WIDTH } from "../parts/defaults.ts";

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

export interface Box {
  columns: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
  panelWidth: number;
  panelHeight: number;
  /** gaps between panels as Plot's band scales count them: fractions of a step */
  padding: { x: number; y: number };
  /** most ticks on either axis of a panel */
  ticks: { x: number; y: number };
}

/** Places the panels: two columns where there is room for them, else one under the other. */
export function arrange(panels: number, titled: boolean, layout: Layout): Box {
  const columns = layout === "wide" && panels > 1 ? 2 : 1;
  const rows = Math.ceil(panels / columns);
  const title = titled ? TITLE : 0;
  const between = NUMBERS + title;
  const panelHeight = panels > 1 ? HEIGHT[layout].many : HEIGHT[layout].one;
  const inner = WIDTH[layout] - SIDE.left - SIDE.right;
  const panelWidth = (inner - (columns - 1) * GUTTER) / columns;
  const top = ABOVE + title;
  const bottom = NUMBERS + BELOW;
  return {
    columns,
    height: top + rows * panelHeight + (rows - 1) * between + bottom,
    top,
    bottom,
    ...SIDE,
    panelWidth,
    panelHeight,
    padding: { x: GUTTER / (panelWidth + GUTTER), y: between / (panelHeight + between) },
    ticks: { x: columns === 2 ? TICKS[layout].paired : TICKS[layout].alone, y: 6 },
  };
}
