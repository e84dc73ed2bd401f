import { logOff, type Range } from "./off.ts";

/** A number that was predicted, and what it is held against. */
export interface PredictedNumber extends Range {
  guess: number;
  /** the reader's own result, which counts more than recorded ones */
  own?: number;
}

/** A choice that was made out of several options. */
export interface PredictedChoice {
  right: boolean;
  /** how many there were */
  options: number;
}

/** How well a reader predicts numbers. */
export interface NumberSkill {
  predictions: number;
  /** middle factor by which the guesses are off, either way: 1 is perfect */
  factor: number;
  /** how many guesses were too low, and too high */
  low: number;
  high: number;
}

/** How well a reader chooses. */
export interface ChoiceSkill {
  predictions: number;
  right: number;
  /** how many would be right by chance */
  chance: number;
}

/** With fewer predictions the middle factor says more of the questions than of the reader. */
export const ENOUGH = 3;

/** Logarithm of the factor by which a guess is off: from the reader's own result if there is one, else from the range. */
export function errorOf({ guess, own, low, high }: PredictedNumber): number {
  return logOff(guess, own === undefined ? { low, high } : { low: own, high: own });
}

/** null if nothing was predicted. */
export function numberSkill(predicted: readonly PredictedNumber[]): NumberSkill | null {
  if (predicted.length === 0) return null;
  const errors = predicted.map(errorOf);
  return {
    predictions: errors.length,
    factor: Math.exp(median(errors.map(Math.abs))),
    low: errors.filter((error) => error < 0).length,
    high: errors.filter((error) => error > 0).length,
  };
}

/** null if nothing was chosen. */
export function choiceSkill(chosen: readonly PredictedChoice[]): ChoiceSkill | null {
  if (chosen.length === 0) return null;
  return {
    predictions: chosen.length,
    right: chosen.filter(({ right }) => right).length,
    chance: chosen.reduce((sum, { options }) => sum + 1 / options, 0),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
