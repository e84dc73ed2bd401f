import { TABLE_BITS } from "./defaults.ts";
import type { Predictor } from "./predictor.ts";

export interface OneBit extends Predictor {
  /** last outcome of the branches that share each entry */
  table: Uint8Array;
}

/**
 * Expects what the branch did last time. Branches whose addresses agree in the low `tableBits` share
 * an entry. James E. Smith, "A study of branch prediction strategies", ISCA 1981. Begins with taken.
 */
export function oneBit({ tableBits = TABLE_BITS } = {}): OneBit {
  const table = new Uint8Array(2 ** tableBits).fill(1);
  const mask = table.length - 1;
  return {
    name: "one-bit",
    storageBits: table.length,
    table,
    predict: (pc) => table[pc & mask] === 1,
    update: (pc, taken) => {
      table[pc & mask] = taken ? 1 : 0;
    },
  };
}
