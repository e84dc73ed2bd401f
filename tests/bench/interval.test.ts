import { describe, expect, it } from "vitest";
import {
  coverageOf,
  estimate,
  estimateRatio,
  median,
  rankFor,
  shareConfidence,
} from "../../src/bench/statistics/interval.ts";

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

describe("the order-statistic interval", () => {
  it.each([
    [6, 1, 1 - 2 / 64],
    [9, 2, 1 - (2 * 10) / 512],
    [12, 3, 1 - (2 * 79) / 4096],
    [25, 8, 0.956715],
    [5, 1, 1 - 2 / 32],
  ])("of %i values runs from the k-th smallest to the k-th largest, k = %i", (count, k, coverage) => {
    const values = upTo(count).sort((a, b) => Math.sin(a) - Math.sin(b));
    const found = estimate(values, 0.95);
    expect(found.interval).toEqual([k, count + 1 - k]);
    expect(found.coverage).toBeCloseTo(coverage, 6);
  });

  it("has the exact coverage of the binomial, not the one asked for", () => {
    for (let count = 4; count <= 30; ++count) {
      for (let k = 1; k <= count / 2; ++k)
        expect(coverageOf(count, k)).toBeCloseTo(1 - 2 * below(count, k), 12);
    }
  });

  it("takes the narrowest interval that reaches the confidence", () => {
    expect(rankFor(12, 0.95)).toBe(3);
    expect(rankFor(12, 0.975)).toBe(2);
    expect(rankFor(12, 0.9999)).toBe(1);
  });

  it("of one value is that value, with no coverage", () => {
    expect(estimate([7], 0.95)).toEqual({ median: 7, interval: [7, 7], coverage: 0 });
  });
});

describe("the ratio", () => {
  it("is the median of paired ratios, not the ratio of medians", () => {
    const { median: ratio } = estimateRatio([2, 30, 4], [1, 10, 1], 0.95);
    expect(ratio).toBeCloseTo(3, 12);
  });

  it("is above 1 if the first times are longer", () => {
    const { interval } = estimateRatio([2, 2, 2, 2, 2, 2], [1, 1, 1, 1, 1, 1], 0.95);
    expect(interval[0]).toBeCloseTo(2, 12);
  });

  it("turns over when its sides do", () => {
    const [a, b] = [upTo(12).map((i) => 10 + Math.sin(i)), upTo(12).map((i) => 8 + Math.cos(i))];
    const [there, back] = [estimateRatio(a, b, 0.95), estimateRatio(b, a, 0.95)];
    expect(there.median * back.median).toBeCloseTo(1, 12);
    expect(there.interval[0] * back.interval[1]).toBeCloseTo(1, 12);
  });
});

it("median averages the two in the middle and leaves its argument alone", () => {
  const values = [4, 1, 3, 2];
  expect(median(values)).toBe(2.5);
  expect(median([3, 1, 2])).toBe(2);
  expect(values).toEqual([4, 1, 3, 2]);
});

it("several comparisons share the error of one (Bonferroni)", () => {
  expect(shareConfidence(0.95, 1)).toBeCloseTo(0.95, 12);
  expect(shareConfidence(0.95, 2)).toBeCloseTo(0.975, 12);
  expect(shareConfidence(0.95, 5)).toBeCloseTo(0.99, 12);
});

/** P(Binomial(count, 1/2) < k) from Pascal's triangle. */
function below(count: number, k: number): number {
  let row = [1];
  for (let i = 0; i < count; ++i) row = [1, ...row.slice(1).map((c, j) => c + row[j]), 1];
  return row.slice(0, k).reduce((sum, c) => sum + c, 0) / 2 ** count;
}
