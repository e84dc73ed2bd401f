import { type HeapBlock, type MallocHeap, roundUp } from "./heap.ts";

/** Address of the block below, and whether this one is free. */
const HEADER = 8;

/** Blocks lie on each other. One that is freed below others stays until all above it are free too. */
export function stackHeap(): MallocHeap {
  const blocks: { block: HeapBlock; free: boolean }[] = [];
  const top = () => {
    const last = blocks.at(-1)?.block;
    return last ? last.from + last.bytes : 0;
  };
  return {
    malloc: (bytes): HeapBlock => {
      const from = top();
      const block = { address: from + HEADER, from, bytes: HEADER + roundUp(bytes, 8) };
      blocks.push({ block, free: false });
      return block;
    },
    free: ({ address }) => {
      const entry = blocks.findLast(({ block }) => block.address === address);
      if (entry) entry.free = true;
      while (blocks.at(-1)?.free) blocks.pop();
    },
    get top() {
      return top();
    },
  };
}
