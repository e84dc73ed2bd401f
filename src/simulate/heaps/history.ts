import type { MallocHeap } from "./heap.ts";
import { replayCalls } from "./replay.ts";
import type { MallocCalls } from "./trace.ts";

/** A heap over time, in cells: a column for each moment, a row for each stretch of addresses. */
export interface HeapHistory {
  columns: number;
  rows: number;
  /** bytes of one row */
  rowBytes: number;
  /** for `column * rows + row`, row 0 at address 0: the part of it that is asked for, 0 to 1; -1 above the end of the heap */
  asked: Float64Array;
}

/** Looks at a heap `columns` times while it serves a trace. Addresses from 0 to `bytes` are drawn. */
export function heapHistory(
  heap: MallocHeap,
  trace: MallocCalls,
  bytes: number,
  columns: number,
  rows: number,
): HeapHistory {
  const rowBytes = Math.ceil(bytes / rows);
  const asked = new Float64Array(columns * rows);
  let column = 0;
  replayCalls(heap, trace, (step, live) => {
    if (step + 1 < ((column + 1) * trace.length) / columns) return;
    const first = column * rows;
    for (const { block, asked: wanted } of live.values()) {
      const end = block.address + wanted;
      for (let row = Math.floor(block.address / rowBytes); row * rowBytes < end && row < rows; ++row) {
        const from = Math.max(block.address, row * rowBytes);
        asked[first + row] += (Math.min(end, (row + 1) * rowBytes) - from) / rowBytes;
      }
    }
    for (let row = Math.ceil(heap.top / rowBytes); row < rows; ++row) asked[first + row] = -1;
    column += 1;
  });
  return { columns, rows, rowBytes, asked };
}
