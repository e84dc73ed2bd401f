/**
 * The last `length` outcomes folded into `width` bits by XOR: outcome i (0 the newest) lands on bit
 * i mod width. Kept up to date in a few operations a branch, however long the history: rotate, let
 * the newest in, take the oldest out (Michaud, "A PPM-like, tag-based branch predictor", Journal of
 * Instruction-Level Parallelism 7, 2005).
 */
export interface FoldedHistory {
  value: number;
  /** `newest` enters; `oldest` is the outcome that has then been `length` branches in the history */
  push: (newest: number, oldest: number) => void;
}

/** An empty history: all not taken. */
export function foldedHistory(length: number, width: number): FoldedHistory {
  const mask = 2 ** width - 1;
  const leaves = length % width;
  const folded: FoldedHistory = {
    value: 0,
    push: (newest, oldest) => {
      const rotated = ((folded.value << 1) | (folded.value >>> (width - 1))) & mask;
      folded.value = rotated ^ newest ^ (oldest << leaves);
    },
  };
  return folded;
}
