import type { Predictor } from "./predictor.ts";

/** Expects the same of every branch and learns nothing (Smith 1981, strategies 1 and 1a: all taken). */
export function alwaysTaken(): Predictor {
  return { name: "always taken", storageBits: 0, predict: () => true, update: () => {} };
}

/** The other constant: what a front end does that only fetches on. */
export function neverTaken(): Predictor {
  return { name: "never taken", storageBits: 0, predict: () => false, update: () => {} };
}
