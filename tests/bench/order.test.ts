import { expect, it } from "vitest";
import { mirroredOrder } from "../../src/bench/comparison/order.ts";
import { mixSeeds, permutation, randomFrom } from "../../src/bench/statistics/random.ts";

it("every second block mirrors the one before", () => {
  const order = mirroredOrder(4, 12, 7);
  for (let j = 0; j < 12; j += 2) expect(order[j + 1]).toEqual(order[j].toReversed());
});

it("every block holds every variant once", () => {
  for (const row of mirroredOrder(5, 9, 3)) expect(row.toSorted()).toEqual([0, 1, 2, 3, 4]);
});

it("equal seeds give equal orders, others differ", () => {
  expect(mirroredOrder(5, 12, 3)).toEqual(mirroredOrder(5, 12, 3));
  expect(mirroredOrder(5, 12, 3)).not.toEqual(mirroredOrder(5, 12, 4));
});

it("each of two variants opens half of the runs", () => {
  const first = Array.from({ length: 2000 }, (_, seed) => mirroredOrder(2, 1, seed)[0][0]);
  const share = first.filter((v) => v === 0).length / first.length;
  expect(Math.abs(share - 0.5)).toBeLessThan(0.04);
});

it("all six orders of three are as frequent", () => {
  const random = randomFrom(5);
  const seen = new Map<string, number>();
  for (let i = 0; i < 6000; ++i) {
    const key = permutation(3, random).join("");
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  expect(seen.size).toBe(6);
  for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});

it("random numbers are uniform in [0, 1) and follow from the seed", () => {
  const numbers = Array.from({ length: 20_000 }, randomFrom(1));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((a, b) => a + b) / numbers.length).toBeCloseTo(0.5, 2);
  expect(numbers).toEqual(Array.from({ length: 20_000 }, randomFrom(1)));
});

it("mixed seeds depend on the order of their parts", () => {
  expect(mixSeeds(3, 7)).not.toBe(mixSeeds(7, 3));
  expect(mixSeeds(3)).not.toBe(mixSeeds(3, 0));
});
