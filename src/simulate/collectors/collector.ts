import type { World } from "./world.ts";

/**
 * What collecting costs in this model, in words of memory touched: a scan reads an object whole, a copy reads and writes
 * it, a sweep looks at the header of every object, dead or alive.
 */
export const SCAN = 1;
export const COPY = 2;
export const SWEEP = 1;

/** One stop of the program. */
export interface Pause {
  /** words allocated before it */
  at: number;
  /** words touched while the program stood */
  work: number;
  why: "full" | "minor" | "start" | "end" | "stall";
}

/** What a collector tells of itself while it works. */
export interface Ledger {
  /** words allocated so far */
  allocated: number;
  pauses: Pause[];
  /** words touched beside the program, on another core */
  beside: number;
  /** stores at which the write barrier had to do something */
  barriers: number;
  /** objects freed although the program could reach them: a collector with any is wrong */
  lost: number;
  /** words of garbage that the last cycle left behind, summed over cycles */
  floating: number;
  cycles: number;
}

export interface Collector {
  name: string;
  /** makes room for the next object, of so many words; throws a RangeError if live objects leave none */
  allocate: (object: number, words: number) => void;
  /** the write barrier: runs before `of` gets `to` in the place of `from`, either of them 0 for null */
  beforeWrite?: (of: number, from: number, to: number) => void;
  /** words in use, garbage that was not collected yet included */
  used: () => number;
  /** whether an object is in memory */
  holds: (object: number) => boolean;
  ledger: Ledger;
}

export type MakeCollector = (world: World) => Collector;

export function emptyLedger(): Ledger {
  return { allocated: 0, pauses: [], beside: 0, barriers: 0, lost: 0, floating: 0, cycles: 0 };
}

/** The error of a heap that is too small. */
export function outOfMemory(name: string, words: number, live: number, room: number): RangeError {
  return new RangeError(
    `${name}: ${words} words do not fit beside ${live} in use of ${room}; give it a larger heap`,
  );
}
