import { describe, expect, it } from "vitest";
import { describeVerdict } from "../../src/bench/describe.ts";
import { verdictOf } from "../../src/bench/statistics/verdict.ts";
import type { Comparison, Verdict } from "../../src/bench/types.ts";

it.each<[number, number, Verdict]>([
  [0.98, 1.02, "same"],
  [1.01, 1.02, "same"],
  [0.97, 1 / 0.97, "same"],
  [1.01, 1.05, "slower"],
  [1.5, 1.6, "slower"],
  [0.9, 0.99, "faster"],
  [0.5, 0.6, "faster"],
  [0.96, 1.01, "unclear"],
  [0.99, 1.04, "unclear"],
  [0.5, 2, "unclear"],
])("a ratio from %d to %d within 3 %% is %s", (low, high, verdict) => {
  expect(verdictOf([low, high], 0.03)).toBe(verdict);
});

it("a wider band calls more the same", () => {
  expect(verdictOf([0.96, 1.04], 0.03)).toBe("unclear");
  expect(verdictOf([0.96, 1.04], 0.05)).toBe("same");
});

describe("describeVerdict", () => {
  const sentence = (low: number, high: number, sameWithin = 0.03) => {
    const verdict = verdictOf([low, high], sameWithin);
    const comparison: Comparison = {
      ...{
        variant: "map",
        baseline: "for",
        ratio: Math.sqrt(low * high),
        interval: [low, high],
        coverage: 0.96,
      },
      ...{ verdict, blocks: [] },
    };
    return describeVerdict(comparison, sameWithin);
  };

  it.each([
    [1.129, 1.3, "map is slower than for by at least 12 %."],
    [1.019, 1.06, "map is slower than for by at least 1.9 %."],
    [2.99, 3.4, "map is slower than for by at least 199 % (2.9 times the time)."],
    [0.7, 0.8, "map is faster than for by at least 20 %."],
    [0.2, 0.25, "map is faster than for by at least 75 % (4 times as fast)."],
    [0.99, 1.01, "map and for are the same within 3 %."],
    [1.005, 1.01, "map and for are the same within 3 %; there is a difference, but a tiny one."],
    [0.96, 1.06, "Unclear: map could be 4 % faster to 6 % slower than for. Run longer to find out."],
  ])("says of %d to %d: %s", (low, high, text) => {
    expect(sentence(low, high)).toBe(text);
  });

  it("never rounds a bound up", () => {
    expect(sentence(1.0999, 1.2)).toContain("at least 9.9 %");
    expect(sentence(1.00012, 1.2)).toContain("at least 0.01 %");
  });
});
