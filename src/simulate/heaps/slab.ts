import type { HeapBlock, MallocHeap } from "./heap.ts";
import { PAGE, sizeClass, slabPages } from "./size-class.ts";

/**
 * A list of free blocks for each size class, last in, first out. A class whose list is empty carves the next block from its
 * slab, or takes a new slab. Blocks have no header: a table tells the class of each page. Slabs stay with their class.
 */
export function slabHeap(): MallocHeap {
  const classes: { free: number[]; next: number; end: number }[] = [];
  let top = 0;
  return {
    malloc: (asked): HeapBlock => {
      const { index, bytes } = sizeClass(asked);
      classes[index] ??= { free: [], next: 0, end: 0 };
      const mine = classes[index];
      let address = mine.free.pop();
      if (address === undefined) {
        if (mine.next + bytes > mine.end) {
          mine.next = top;
          top += slabPages(bytes) * PAGE;
          mine.end = top;
        }
        address = mine.next;
        mine.next += bytes;
      }
      return { address, from: address, bytes };
    },
    free: ({ address, bytes }) => {
      classes[sizeClass(bytes).index].free.push(address);
    },
    get top() {
      return top;
    },
  };
}
