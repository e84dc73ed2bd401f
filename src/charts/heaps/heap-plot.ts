import { figure } from "../parts/figure.ts";
import { tableView } from "../parts/table.ts";
import { type DrawnHeap, drawHeap, heldAt } from "./drawing.ts";

export interface HeapPlotOptions {
  /** the sentence under the figure */
  caption: string;
}

/** Moments in the table. */
const MOMENTS = 10;

/** A heap over time: time across, addresses up, and the darker the more of a stretch the program asked for. */
export function heapPlot(heap: DrawnHeap, { caption }: HeapPlotOptions): HTMLElement {
  const moments = Array.from(
    { length: MOMENTS },
    (_, i) => Math.ceil(((i + 1) * heap.columns) / MOMENTS) - 1,
  );
  return figure({
    label: `Heap over time: ${summary(heap)}`,
    caption,
    draw: (layout) => drawHeap(heap, layout),
    table: tableView(
      "The heap at ten moments",
      [
        { head: "of the trace", number: true },
        { head: "held (KiB)", number: true },
        { head: "of it asked for", number: true },
      ],
      moments.map((column) => {
        const held = heldAt(heap, column);
        return [
          `${Math.round((100 * (column + 1)) / heap.columns)} %`,
          Math.round((held * heap.rowBytes) / 1024).toLocaleString("en-GB"),
          held === 0 ? "" : `${Math.round((100 * askedAt(heap, column)) / held)} %`,
        ];
      }),
    ),
  });
}

/** Rows' worth of bytes that are asked for at a moment. */
function askedAt({ asked, rows }: DrawnHeap, column: number): number {
  let sum = 0;
  for (let row = 0; row < rows; ++row) sum += Math.max(0, asked[column * rows + row]);
  return sum;
}

/** What a reader who does not see it has to know. */
function summary(heap: DrawnHeap): string {
  const all = Array.from({ length: heap.columns }, (_, column) => column);
  const largest = all.reduce((a, b) => (heldAt(heap, b) > heldAt(heap, a) ? b : a));
  const held = heldAt(heap, largest);
  const share = held === 0 ? 0 : Math.round((100 * askedAt(heap, largest)) / held);
  const kib = Math.round((held * heap.rowBytes) / 1024).toLocaleString("en-GB");
  return `it is largest after ${Math.round((100 * (largest + 1)) / heap.columns)} % of the trace, about ${kib} KiB, of which ${share} % are asked for`;
}
