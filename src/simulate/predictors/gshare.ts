import { counters } from "./counter.ts";
import { HISTORY_BITS, TABLE_BITS } from "./defaults.ts";
import type { Predictor } from "./predictor.ts";

export interface Gshare extends Predictor {
  /** counter of each entry, 0 to 3 */
  table: Uint8Array;
  /** the last outcomes of all branches, the newest in bit 0 */
  history: () => number;
}

/**
 * A counter for each pair of branch and recent past: the global history, XORed with the address,
 * picks it. Scott McFarling, "Combining branch predictors", DEC Western Research Laboratory Technical
 * Note TN-36, 1993, after the two-level predictors of Yeh and Patt, MICRO 1991.
 *
 * A history shorter than the index is laid over its upper bits, so that neighbouring branches stay
 * apart. Simplification: the history is updated with the outcome, at once; a pipeline must guess it ahead.
 *
 * @throws {RangeError} if the history has more bits than the index: the rest would pick nothing
 */
export function gshare({ tableBits = TABLE_BITS, historyBits = HISTORY_BITS } = {}): Gshare {
  if (historyBits > tableBits) {
    throw new RangeError(
      `A history of ${historyBits} bits does not fit an index of ${tableBits}: use historyBits of at most ${tableBits}.`,
    );
  }
  const table = counters(tableBits);
  const mask = 2 ** historyBits - 1;
  const shift = tableBits - historyBits;
  let history = 0;
  const index = (pc: number) => pc ^ (history << shift);
  return {
    name: "gshare",
    storageBits: table.storageBits + historyBits,
    table: table.values,
    history: () => history,
    predict: (pc) => table.taken(index(pc)),
    update: (pc, taken) => {
      table.count(index(pc), taken);
      history = ((history << 1) | (taken ? 1 : 0)) & mask;
    },
  };
}
