import { TAGE } from "./defaults.ts";
import { foldedHistory } from "./folded-history.ts";

/** Entries for branches after one stretch of history: each knows by its tag whose it is. */
export interface TaggedTable {
  historyLength: number;
  /** prediction counter of each entry, -4 to 3, taken from 0 on */
  counters: Int8Array;
  /** use of each entry, 0 to 3 */
  useful: Uint8Array;
  /** entry that the branch and the present history pick */
  index: (pc: number) => number;
  /** true if that entry is theirs and not another's */
  matches: (pc: number, index: number) => boolean;
  /** gives the entry to the branch, weakly predicting the outcome */
  claim: (pc: number, index: number, taken: boolean) => void;
  push: (newest: number, oldest: number) => void;
}

/** An empty table of 2^tableBits entries over the last `historyLength` outcomes. */
export function taggedTable(tableBits: number, historyLength: number): TaggedTable {
  const size = 2 ** tableBits;
  const counters = new Int8Array(size);
  const useful = new Uint8Array(size);
  const nobody = 2 ** TAGE.tagBits;
  const tags = new Uint16Array(size).fill(nobody);
  // two foldings of different width, so that histories that agree in one differ in the other
  const forIndex = foldedHistory(historyLength, tableBits);
  const forTag = foldedHistory(historyLength, TAGE.tagBits);
  const forTagToo = foldedHistory(historyLength, TAGE.tagBits - 1);
  const tagOf = (pc: number) => (pc ^ forTag.value ^ (forTagToo.value << 1)) & (nobody - 1);
  return {
    historyLength,
    counters,
    useful,
    index: (pc) => (pc ^ (pc >>> tableBits) ^ forIndex.value) & (size - 1),
    matches: (pc, index) => tags[index] === tagOf(pc),
    claim: (pc, index, taken) => {
      tags[index] = tagOf(pc);
      counters[index] = taken ? 0 : -1;
      useful[index] = 0;
    },
    push: (newest, oldest) => {
      forIndex.push(newest, oldest);
      forTag.push(newest, oldest);
      forTagToo.push(newest, oldest);
    },
  };
}
