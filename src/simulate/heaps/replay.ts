import type { HeapBlock, MallocHeap } from "./heap.ts";
import type { MallocCalls } from "./trace.ts";

/** Where the bytes of a heap are. They add up to `held`. */
export interface HeapUsage {
  /** bytes from 0 to the heap's top */
  held: number;
  /** bytes of live blocks that the program asked for */
  asked: number;
  /** bytes of live blocks that it did not ask for: headers and rounding */
  internal: number;
  /** bytes that belong to no live block */
  external: number;
}

export interface HeapReplay {
  /** at the first moment at which the heap was as large as it ever became */
  peak: HeapUsage;
  /** the most that the program had asked for at one time, in bytes */
  mostAsked: number;
  /** what the heap held at its largest, over that: 1 if nothing is lost */
  overhead: number;
}

/** One live block. */
export interface LiveBlock {
  block: HeapBlock;
  asked: number;
}

/** Lets a heap serve a trace, and calls `watch` after every step. */
export function replayCalls(
  heap: MallocHeap,
  trace: MallocCalls,
  watch?: (step: number, live: ReadonlyMap<number, LiveBlock>) => void,
): HeapReplay {
  const live = new Map<number, LiveBlock>();
  let blocks = 0;
  let [asked, taken, mostAsked] = [0, 0, 0];
  let peak: HeapUsage = { held: 0, asked: 0, internal: 0, external: 0 };
  trace.forEach((step, at) => {
    if (step > 0) {
      const block = heap.malloc(step);
      live.set(blocks++, { block, asked: step });
      asked += step;
      taken += block.bytes;
      mostAsked = Math.max(mostAsked, asked);
    } else {
      const { block, asked: bytes } = live.get(-step) as LiveBlock;
      live.delete(-step);
      asked -= bytes;
      taken -= block.bytes;
      heap.free(block);
    }
    if (heap.top > peak.held)
      peak = { held: heap.top, asked, internal: taken - asked, external: heap.top - taken };
    watch?.(at, live);
  });
  return { peak, mostAsked, overhead: peak.held / mostAsked };
}
