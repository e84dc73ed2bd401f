import { svg } from "../machine/svg.ts";
import { type Layout, TEXT_SIZE, WIDTH } from "../parts/defaults.ts";
import { widthOf } from "../parts/fit.ts";

/** What the picture shows of a heap: as `heapHistory` of #simulate makes it. */
export interface DrawnHeap {
  columns: number;
  rows: number;
  rowBytes: number;
  /** for `column * rows + row`: the part of it that is asked for, 0 to 1; -1 above the end of the heap */
  asked: ArrayLike<number>;
}

/** Steps of the scale in use, lightest first: what part of a cell is asked for, at least. */
const STEPS = [
  { heat: 1, from: 0, name: "none" },
  { heat: 3, from: 0.01, name: "some" },
  { heat: 5, from: 0.5, name: "half" },
  { heat: 7, from: 0.85, name: "all" },
];
const ADDRESS = "↑ address";
/** Height of a line of text above the drawing. */
const LINE = 17;
const HEIGHT = 200;
const BOTTOM = 24;
const KEY = 12;

/** Rows that the heap has at a moment. */
export function heldAt({ asked, rows }: DrawnHeap, column: number): number {
  let row = rows;
  while (row > 0 && asked[column * rows + row - 1] < 0) row -= 1;
  return row;
}

export function drawHeap(heap: DrawnHeap, layout: Layout): Element {
  const width = WIDTH[layout];
  const legend = key(width);
  // on a phone the legend takes the whole line
  const addressLine = legend.left < widthOf(ADDRESS) + 10 ? 1 : 0;
  const top = 26 + addressLine * LINE;
  const height = top + HEIGHT + BOTTOM;
  const most = `${Math.round((heap.rows * heap.rowBytes) / 1024).toLocaleString("en-GB")} KiB`;
  const left = widthOf(most) + 8;
  const scale = `translate(${left} ${top + HEIGHT}) scale(${((width - left - 2) / heap.columns).toFixed(3)} ${(-HEIGHT / heap.rows).toFixed(3)})`;
  return svg(
    "svg",
    { class: "hp-plot", viewBox: `0 0 ${width} ${height}`, width, height, "font-size": TEXT_SIZE },
    words(0, 11 + addressLine * LINE, ADDRESS, "start", "hp-quiet"),
    ...legend.parts,
    words(left - 8, top + 9, most, "end", "hp-axis"),
    words(left - 8, top + HEIGHT, "0", "end", "hp-axis"),
    words(left, height - 6, "first call", "start", "hp-axis"),
    words(width - 2, height - 6, "last call", "end", "hp-axis"),
    svg(
      "g",
      { transform: scale },
      ...STEPS.map(({ heat }, step) =>
        svg("path", { class: `hp-heat-${heat}`, fill: "currentColor", d: cells(heap, step) }),
      ),
    ),
  );
}

/** All cells of a step, those above one another as one box. */
function cells({ columns, rows, asked }: DrawnHeap, step: number): string {
  const isIn = (column: number, row: number) =>
    row < rows && STEPS.findLastIndex(({ from }) => asked[column * rows + row] >= from) === step;
  let d = "";
  for (let column = 0; column < columns; ++column)
    for (let row = 0; row < rows; ++row) {
      const from = row;
      while (isIn(column, row)) row += 1;
      if (row > from) d += `M${column} ${from}h1v${row - from}h-1z`;
    }
  return d;
}

/** The steps with their names, from the right; `left` is where they begin. */
function key(width: number): { parts: Element[]; left: number } {
  let x = width - 2;
  const parts = STEPS.toReversed().flatMap(({ heat, name }) => {
    x -= widthOf(name);
    const text = words(x, 11, name, "start", "hp-quiet");
    x -= KEY + 4;
    const box = svg("rect", {
      class: `hp-heat-${heat}`,
      fill: "currentColor",
      x,
      y: 1,
      width: KEY,
      height: KEY,
    });
    x -= 10;
    return [text, box];
  });
  const title = "asked for:";
  return { parts: [...parts, words(x, 11, title, "end", "hp-quiet")], left: x - widthOf(title) };
}

function words(x: number, y: number, said: string, anchor: string, className: string): Element {
  return svg("text", { class: className, x, y, "text-anchor": anchor, fill: "currentColor" }, said);
}
