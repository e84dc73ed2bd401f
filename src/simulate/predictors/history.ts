/** The outcomes of the last branches, any number of them back. */
export interface History {
  /** outcome `ago` branches back, 0 the newest; 0 (not taken) before the first branch */
  at: (ago: number) => number;
  push: (outcome: number) => void;
}

/** A ring that remembers the last `length` outcomes. */
export function outcomeHistory(length: number): History {
  const ring = new Uint8Array(length);
  let newest = 0;
  return {
    at: (ago) => ring[(newest + ago) % length],
    push: (outcome) => {
      newest = (newest + length - 1) % length;
      ring[newest] = outcome;
    },
  };
}
