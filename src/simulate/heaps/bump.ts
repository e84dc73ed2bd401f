import { type HeapBlock, type MallocHeap, roundUp } from "./heap.ts";

/** Every block begins where the last one ended. Nothing is reused until all of it is free: then it begins again at 0. */
export function bumpHeap(): MallocHeap {
  let top = 0;
  let alive = 0;
  return {
    malloc: (bytes): HeapBlock => {
      const block = { address: top, from: top, bytes: roundUp(bytes, 8) };
      top += block.bytes;
      alive += 1;
      return block;
    },
    free: () => {
      alive -= 1;
      if (alive === 0) top = 0;
    },
    get top() {
      return top;
    },
  };
}
