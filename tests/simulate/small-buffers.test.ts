import { expect, test } from "vitest";
import {
  bufferCost,
  chunkBytes,
  geometricLengths,
  type Lengths,
  twoLengths,
  uniformLengths,
} from "../../src/simulate/index.ts";

const ints = { elementBytes: 4, headerBytes: 16 };
const mean = (lengths: Lengths) => lengths.reduce((sum, share, n) => sum + share * n, 0);
const all = (lengths: Lengths) => lengths.reduce((sum, share) => sum + share, 0);

test("shares of lengths sum to 1, and have the mean that was asked for", () => {
  expect(all(geometricLengths(6))).toBeCloseTo(1, 12);
  expect(mean(geometricLengths(6))).toBeCloseTo(6, 9);
  expect(mean(uniformLengths(9))).toBeCloseTo(5, 12);
  expect(mean(twoLengths(3, 40, 0.1))).toBeCloseTo(6.7, 12);
  expect(() => geometricLengths(0.5)).toThrow("below 1");
});

test("a geometric length exceeds n with probability (1 - 1/mean)^n", () => {
  for (const room of [0, 1, 4, 8, 30]) {
    const { inside } = bufferCost(geometricLengths(6), { room, ...ints });
    expect(1 - inside).toBeCloseTo((5 / 6) ** room, 12);
  }
});

test("a chunk of malloc has 8 bytes more, in steps of 16, and at least 32", () => {
  expect([1, 17, 24, 25, 40, 41].map(chunkBytes)).toEqual([32, 32, 32, 48, 48, 64]);
});

test("without room every object has a block; with room for all none has", () => {
  const lengths = twoLengths(3, 40, 0.1);
  const none = bufferCost(lengths, { room: 0, ...ints });
  expect(none).toMatchObject({ inside: 0, objectBytes: 16, unusedBytes: 0 });
  expect(none.heapBytes).toBeCloseTo(0.9 * 32 + 0.1 * 176, 9);
  const whole = bufferCost(lengths, { room: 40, ...ints });
  expect(whole).toMatchObject({ inside: 1, objectBytes: 176, heapBytes: 0 });
  expect(whole.unusedBytes).toBeCloseTo(4 * (40 - 6.7), 9);
});

test("a list that has outgrown its room leaves all of it unused", () => {
  const { unusedBytes } = bufferCost(twoLengths(2, 10, 0.5), { room: 4, ...ints });
  expect(unusedBytes).toBeCloseTo(0.5 * 8 + 0.5 * 16, 12);
});
