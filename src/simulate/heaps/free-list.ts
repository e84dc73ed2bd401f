import { type HeapBlock, type HeapHole, type MallocHeap, roundUp } from "./heap.ts";

/** Length of the block and, in a hole, address of the next hole. */
export const HEADER = 8;

/** What a placement may look at. */
export interface FitRequest {
  /** all holes, in the order of their addresses */
  holes: readonly HeapHole[];
  /** bytes that the block takes */
  need: number;
  /** index of the hole at which the last search ended */
  rover: number;
}

/** Index of a hole that is large enough, or -1: the heap then grows. */
export type FitPolicy = (request: FitRequest) => number;

/**
 * A list of holes in the order of their addresses, from which `place` chooses. A block takes the front of its hole. What is
 * freed joins the holes beside it at once, and the end of the heap if it touches that. (Knuth, The Art of Computer
 * Programming 1, section 2.5; a list in the order of addresses is also what Kernighan and Ritchie show, The C Programming
 * Language, section 8.7.)
 */
export function freeListHeap(place: FitPolicy): MallocHeap {
  const holes: HeapHole[] = [];
  let top = 0;
  /** the hole after which the next search begins; none: at the first */
  let rover: HeapHole | undefined;

  const takeFrom = (index: number, need: number): number => {
    const hole = holes[index];
    const from = hole.address;
    rover = holes[index - 1];
    hole.address += need;
    hole.bytes -= need;
    if (hole.bytes === 0) holes.splice(index, 1);
    return from;
  };

  return {
    malloc: (bytes): HeapBlock => {
      const need = HEADER + roundUp(bytes, 8);
      const index = place({ holes, need, rover: rover ? holes.indexOf(rover) + 1 : 0 });
      const from = index < 0 ? top : takeFrom(index, need);
      if (index < 0) top += need;
      return { address: from + HEADER, from, bytes: need };
    },
    free: ({ from, bytes }) => {
      const at = firstAfter(holes, from);
      const before: HeapHole | undefined = holes[at - 1];
      const after: HeapHole | undefined = holes[at];
      const hole = before && end(before) === from ? before : { address: from, bytes: 0 };
      hole.bytes += bytes;
      const joinsAfter = after?.address === end(hole);
      if (joinsAfter) hole.bytes += after.bytes;
      if (joinsAfter && rover === after) rover = hole;
      holes.splice(at, joinsAfter ? 1 : 0, ...(hole === before ? [] : [hole]));
      if (end(hole) < top) return;
      top = hole.address;
      holes.pop();
      if (rover === hole) rover = undefined;
    },
    get top() {
      return top;
    },
    holes,
  };
}

function end({ address, bytes }: HeapHole): number {
  return address + bytes;
}

/** Index of the first hole behind the address. */
function firstAfter(holes: readonly HeapHole[], address: number): number {
  let [low, high] = [0, holes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holes[middle].address < address) low = middle + 1;
    else high = middle;
  }
  return low;
}
