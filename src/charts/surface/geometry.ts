import { type Layout, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";
import { padding } from "../parts/padding.ts";

/** Height of a row of cells at least and at most, and of a panel between those, in pixels. */
const ROW = { least: 20, most: 26 };
const PANEL = 190;
/** Legend above, title of a panel, numbers under a panel, label of the x axis below. */
const ABOVE: Record<Layout, number> = { wide: 34, narrow: 54 };
const TITLE = 22;
const NUMBERS = 30;
const BELOW = 16;
const GUTTER = 28;
/** Right of the last panel. */
export const RIGHT = 2;

/** From the top to the middle of the legend; a phone has no room for it beside the label of the y axis. */
export const LEGEND_AT: Record<Layout, number> = { wide: 8, narrow: 28 };

export interface Box {
  columns: number;
  panelWidth: number;
  top: number;
  bottom: number;
  height: number;
  /** gaps between panels as Plot's band scales count them: fractions of a step */
  padding: { x: number; y: number };
}

/** What a figure has to place. */
export interface Contents {
  /** names of the panels */
  titles: string[];
  /** panels that would best stand side by side */
  abreast: number;
  /** rows of cells in a panel */
  rows: number;
  /** room for the numbers of the y axis */
  left: number;
}

/** One panel under the other on a phone; else three in a row if that is what belongs together and the titles fit, or two. */
export function arrange({ titles, abreast, rows, left }: Contents, layout: Layout): Box {
  const widthIn = (columns: number) => (WIDTH[layout] - left - RIGHT - (columns - 1) * GUTTER) / columns;
  const three = abreast === 3 && titles.every((title) => widthOf(title) <= widthIn(3));
  const columns = layout === "narrow" ? 1 : Math.min(titles.length, three ? 3 : 2);
  const panelWidth = widthIn(columns);
  const panelHeight = rows * Math.max(ROW.least, Math.min(ROW.most, PANEL / rows));
  const between = NUMBERS + TITLE;
  const stacked = Math.ceil(titles.length / columns);
  const [top, bottom] = [ABOVE[layout] + TITLE, NUMBERS + BELOW];
  return {
    columns,
    panelWidth,
    top,
    bottom,
    height: top + stacked * panelHeight + (stacked - 1) * between + bottom,
    padding: {
      x: padding(columns, panelWidth, GUTTER),
      y: padding(stacked, panelHeight, between),
    },
  };
}
