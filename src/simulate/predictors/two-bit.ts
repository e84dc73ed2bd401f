import { counters } from "./counter.ts";
import { TABLE_BITS } from "./defaults.ts";
import type { Predictor } from "./predictor.ts";

export interface TwoBit extends Predictor {
  /** counter of each entry, 0 to 3 */
  table: Uint8Array;
}

/**
 * A saturating counter for each branch: one odd outcome does not change its mind. Branches whose
 * addresses agree in the low `tableBits` share a counter. James E. Smith, "A study of branch
 * prediction strategies", ISCA 1981; McFarling (1993) calls it bimodal.
 */
export function twoBit({ tableBits = TABLE_BITS } = {}): TwoBit {
  const table = counters(tableBits);
  return {
    name: "two-bit",
    storageBits: table.storageBits,
    table: table.values,
    predict: table.taken,
    update: table.count,
  };
}
