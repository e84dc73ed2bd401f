/** What a predicted number is held against, in its unit. */
export interface Range {
  low: number;
  high: number;
}

/**
 * How far a guess is from a range, as the logarithm of a factor: 0 within it, log 2 for twice its upper end, −log 2 for half its
 * lower end. Factors are what orders of magnitude are about: 10 against 1 is as far off as 1 against 10.
 */
export function logOff(guess: number, { low, high }: Range): number {
  if (guess > high) return Math.log(guess / high);
  return guess < low ? Math.log(guess / low) : 0;
}
