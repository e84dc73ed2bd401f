/** Probability of each length: `share[n]` is that of n elements. Sums to 1. */
export type Lengths = readonly number[];

/** Every element is followed by another with the same probability: P(length > n) = (1 - 1/mean)^n, from length 1 on. What is beyond `longest` counts as `longest`. */
export function geometricLengths(mean: number, longest = 256): Lengths {
  if (!(mean >= 1)) throw new RangeError(`mean: ${mean} is below 1; the shortest list has one element`);
  const goesOn = 1 - 1 / mean;
  return Array.from({ length: longest + 1 }, (_, n) => {
    if (n === 0) return 0;
    const reached = goesOn ** (n - 1);
    return n === longest ? reached : reached - goesOn ** n;
  });
}

/** All lengths from 1 to `longest` are equally frequent. */
export function uniformLengths(longest: number): Lengths {
  return Array.from({ length: longest + 1 }, (_, n) => (n === 0 ? 0 : 1 / longest));
}

/** Lists of two lengths only; `rare` is the share of the long ones. */
export function twoLengths(short: number, long: number, rare: number): Lengths {
  const share = Array<number>(long + 1).fill(0);
  share[short] += 1 - rare;
  share[long] += rare;
  return share;
}
