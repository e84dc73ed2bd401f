import { COUNTER_MOST, COUNTER_START, COUNTER_TAKEN } from "./defaults.ts";

/** Counters of two bits that count up on taken and down on not taken, and stay at their ends. */
export interface Counters {
  values: Uint8Array;
  storageBits: number;
  taken: (index: number) => boolean;
  count: (index: number, taken: boolean) => void;
}

/** A table of 2^tableBits saturating counters; an index uses its low bits. */
export function counters(tableBits: number): Counters {
  const values = new Uint8Array(2 ** tableBits).fill(COUNTER_START);
  const mask = values.length - 1;
  return {
    values,
    storageBits: 2 * values.length,
    taken: (index) => values[index & mask] >= COUNTER_TAKEN,
    count: (index, taken) => {
      const value = values[index & mask];
      if (taken ? value < COUNTER_MOST : value > 0) values[index & mask] = value + (taken ? 1 : -1);
    },
  };
}
