import type { Lengths } from "./lengths.ts";

export interface BufferShape {
  /** elements that fit inside the object */
  room: number;
  elementBytes: number;
  /** of pointer, length and capacity */
  headerBytes: number;
}

/** What an object with a small buffer costs on average. Numbers are means over all lengths. */
export interface BufferCost {
  /** share of the objects that need no block of the heap, 0..1 */
  inside: number;
  objectBytes: number;
  /** bytes of the heap, with what the allocator adds */
  heapBytes: number;
  /** bytes inside the object that hold no element */
  unusedBytes: number;
}

/** What malloc of the GNU C library adds to a block on 64-bit machines, the unit it rounds to, and its smallest block, in bytes. */
const CHUNK = { header: 8, unit: 16, least: 32 };

/** Objects hold up to `room` elements; a longer list lies in one block of the heap that fits it, and leaves its room empty. */
export function bufferCost(lengths: Lengths, { room, elementBytes, headerBytes }: BufferShape): BufferCost {
  let inside = 0;
  let heapBytes = 0;
  let used = 0;
  lengths.forEach((share, n) => {
    if (n <= room) {
      inside += share;
      used += share * n * elementBytes;
    } else heapBytes += share * chunkBytes(n * elementBytes);
  });
  const objectBytes = roundUp(headerBytes + room * elementBytes, 8);
  return { inside, objectBytes, heapBytes, unusedBytes: room * elementBytes - used };
}

/** What a request takes from the heap: a header more, rounded up. */
export function chunkBytes(bytes: number): number {
  return Math.max(CHUNK.least, roundUp(bytes + CHUNK.header, CHUNK.unit));
}

const roundUp = (n: number, unit: number) => Math.ceil(n / unit) * unit;
