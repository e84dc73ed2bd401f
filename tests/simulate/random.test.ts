import { expect, test } from "vitest";
import { seeded, xoshiro128 } from "../../src/simulate/random.ts";

test("xoshiro128** gives the numbers of the authors' C code from state 1, 2, 3, 4", () => {
  // the first by hand: 2 * 5 = 10, rotated left by 7 is 1,280, times 9 is 11,520
  const next = xoshiro128([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

test("a seed gives the same numbers again, and its neighbour others", () => {
  const take = (seed: number) => Array.from({ length: 8 }, seeded(seed));
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
  expect(new Set([...take(0), ...take(-1)]).size).toBe(16);
});

test("numbers lie in [0, 1) and average a half", () => {
  const random = seeded(1);
  const numbers = Array.from({ length: 100_000 }, random);
  expect(Math.min(...numbers.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers.slice(0, 50_000))).toBeLessThan(1);
  // standard deviation of the mean is 1 / sqrt(12 n) = 0.0009; five of them
  expect(Math.abs(numbers.reduce((a, b) => a + b) / numbers.length - 0.5)).toBeLessThan(0.0046);
});
