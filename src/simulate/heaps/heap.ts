/** What a heap gave: `bytes` from `from` on are taken, and the program may write from `address` on. */
export interface HeapBlock {
  address: number;
  /** where the block begins, with its header if it has one */
  from: number;
  /** length of all of it: header, what was asked for, and rounding */
  bytes: number;
}

/** A hole: free bytes between blocks. */
export interface HeapHole {
  address: number;
  bytes: number;
}

/** An allocator over one memory that begins at 0 and ends nowhere. */
export interface MallocHeap {
  malloc: (bytes: number) => HeapBlock;
  /** gives back what `malloc` gave, once */
  free: (block: HeapBlock) => void;
  /** address after the last byte that the heap holds; falls only where an allocator gives its end back */
  readonly top: number;
  /** holes that a next block could go to, where the allocator keeps such a list */
  readonly holes?: readonly HeapHole[];
}

/** The next multiple of `unit`, a power of two, that is not below `bytes`. */
export function roundUp(bytes: number, unit: number): number {
  return (bytes + unit - 1) & -unit;
}
