/** The outcomes of the last branches, any number of them back. */
export interface History {
  /** outcome `ago` branches back, 0 the newest; 0 (not taken) before the first branch */
  at: (ago: number) => number;
  push: (outcome: number) => void;
}

/** A ring that remembers at least the last `length` outcomes. */
export function outcomeHistory(length: number): History {
  // a power of two, so that a mask finds the place
  const ring = new Uint8Array(2 ** Math.ceil(Math.log2(length)));
  const mask = ring.length - 1;
  let newest = 0;
  return {
    at: (ago) => ring[(newest + ago) & mask],
    push: (outcome) => {
      newest = (newest - 1) & mask;
      ring[newest] = outcome;
    },
  };
}
