import { PERCEPTRON } from "./defaults.ts";
import type { Predictor } from "./predictor.ts";

const { weightLeast, weightMost } = PERCEPTRON;

export interface Perceptron extends Predictor {
  /** weights of each perceptron: the bias, then one for each outcome of the history, newest first */
  weights: Int8Array;
}

/**
 * A weighted vote of the last outcomes: each weight says how much, and which way, the branch goes
 * with that outcome. It learns what is linearly separable and needs space linear in the history, so
 * the history can be long. Daniel A. Jiménez and Calvin Lin, "Dynamic branch prediction with
 * perceptrons", HPCA 2001; the threshold 1.93 h + 14 is theirs.
 */
export function perceptron({
  tableBits = PERCEPTRON.tableBits,
  historyBits = PERCEPTRON.historyBits,
}: {
  tableBits?: number;
  historyBits?: number;
} = {}): Perceptron {
  const size = historyBits + 1;
  const weights = new Int8Array(2 ** tableBits * size);
  const mask = 2 ** tableBits - 1;
  // 1 taken, -1 not taken; index 0 is the constant input of the bias
  const inputs = new Int8Array(size).fill(1);
  const threshold = Math.floor(1.93 * historyBits + 14);

  const output = (pc: number) => {
    const start = (pc & mask) * size;
    let sum = 0;
    for (let i = 0; i < size; ++i) sum += weights[start + i] * inputs[i];
    return sum;
  };

  return {
    name: "perceptron",
    storageBits: weights.length * 8 + historyBits,
    weights,
    predict: (pc) => output(pc) >= 0,
    update: (pc, taken) => {
      const sum = output(pc);
      if (sum >= 0 !== taken || Math.abs(sum) <= threshold) {
        const start = (pc & mask) * size;
        for (let i = 0; i < size; ++i) {
          const towards = weights[start + i] + (taken ? inputs[i] : -inputs[i]);
          weights[start + i] = Math.max(weightLeast, Math.min(weightMost, towards));
        }
      }
      inputs.copyWithin(2, 1, size - 1);
      if (historyBits > 0) inputs[1] = taken ? 1 : -1;
    },
  };
}
