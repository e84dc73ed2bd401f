import type { HeapBlock, MallocHeap } from "./heap.ts";

/** Smallest block and whole memory, as powers of two. */
const LEAST = 4;
const WHOLE = 23;

/**
 * Blocks are powers of two, at multiples of their size. A larger one is cut in halves until it fits; a freed one joins
 * its buddy, the other half, as often as that is free too. (Knowlton, "A Fast Storage Allocator", Communications of the ACM 8(10), 1965.)
 */
export function buddyHeap(): MallocHeap {
  const free: number[][] = Array.from({ length: WHOLE + 1 }, () => []);
  free[WHOLE].push(0);
  let top = 0;
  return {
    malloc: (asked): HeapBlock => {
      const order = Math.max(LEAST, 32 - Math.clz32(asked - 1));
      let have = order;
      while (free[have].length === 0) have += 1;
      const address = free[have].pop() as number;
      while (have > order) {
        have -= 1;
        free[have].push(address + 2 ** have);
      }
      const bytes = 2 ** order;
      top = Math.max(top, address + bytes);
      return { address, from: address, bytes };
    },
    free: ({ address, bytes }) => {
      let order = Math.log2(bytes);
      let from = address;
      for (; order < WHOLE; ++order) {
        const at = free[order].lastIndexOf(from ^ (2 ** order));
        if (at < 0) break;
        free[order].splice(at, 1);
        from &= ~(2 ** order);
      }
      free[order].push(from);
    },
    get top() {
      return top;
    },
  };
}
