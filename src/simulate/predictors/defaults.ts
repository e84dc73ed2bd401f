/** Sizes of the models, small enough that a notebook shows their limits, with the reason of each. */

/** log2 of the number of counters: 1,024, the size of many predictors of the early 1990s. */
export const TABLE_BITS = 10;

/** Outcomes a global history remembers; as many as the index has bits, so that each has a place in it. */
export const HISTORY_BITS = 10;

/** A 2-bit counter: 0 and 1 predict not taken, 2 and 3 taken. It begins weakly taken, as loops are. */
export const COUNTER_MOST = 3;
export const COUNTER_TAKEN = 2;
export const COUNTER_START = 2;

export const TAGE = {
  /** log2 of the entries of each tagged table */
  tableBits: 8,
  /** outcomes that the shortest and the longest history cover; between them the lengths are geometric */
  shortest: 5,
  longest: 130,
  tables: 4,
  /** a wrong entry passes for the right one once in 2^9 */
  tagBits: 9,
  /** prediction counter: -4 to 3, taken from 0 on */
  counterLeast: -4,
  counterMost: 3,
  /** an entry with use 0 may be given away */
  usefulMost: 3,
  /** branches after which every use is halved: a table full of once useful entries learns nothing new */
  ageEvery: 2 ** 14,
  /** trust in entries just made: -8 to 7, trusted below 0 */
  trustLeast: -8,
  trustMost: 7,
} as const;

export const PERCEPTRON = {
  /** log2 of the number of perceptrons */
  tableBits: 6,
  historyBits: 24,
  /** 8-bit weights */
  weightLeast: -128,
  weightMost: 127,
} as const;
