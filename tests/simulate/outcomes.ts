import { type Predictor, patternTrace, run } from "../../src/simulate/index.ts";

/** "TTN" as outcomes. */
export function outcomes(letters: string): boolean[] {
  return [...letters].map((letter) => letter === "T");
}

/** Mispredictions of a fresh predictor on one branch that does this, `times` over. */
export function missesOn(letters: string, predictor: Predictor, times = 1): number {
  const pattern = outcomes(letters);
  return run(patternTrace({ length: pattern.length * times, pattern }), predictor).misses;
}
