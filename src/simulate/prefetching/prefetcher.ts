/** One turn of a loop, as a prefetcher sees it. */
export interface Turn {
  /** the instruction that loads; two loops, or two arrays of one loop, have two */
  place: number;
  /** number of the line of memory that it touches */
  line: number;
}

/** Watches every access to memory, and says which lines to fetch. */
export interface Prefetcher {
  /** told of each turn when its load begins; the lines that it wants, which may be there already */
  observe: (turn: Turn) => readonly number[];
}

/** Never fetches anything. */
export function noPrefetcher(): Prefetcher {
  return { observe: () => [] };
}
