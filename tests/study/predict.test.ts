import { describe, expect, test } from "vitest";
import { logOff } from "../../src/study/predict/off.ts";
import { verdict } from "../../src/study/predict/verdict.ts";

const predicted = { guess: 2, low: 3, high: 5, unit: "×", known: "what was recorded, 3.0× to 5.0×" };

test("a guess is as far off upwards as downwards, by the factor", () => {
  expect(logOff(10, { low: 1, high: 1 })).toBeCloseTo(Math.log(10));
  expect(logOff(1, { low: 10, high: 10 })).toBeCloseTo(-Math.log(10));
  expect(logOff(4, { low: 3, high: 5 })).toBe(0);
  expect(logOff(3, { low: 3, high: 5 })).toBe(0);
  expect(logOff(10, { low: 3, high: 5 })).toBeCloseTo(Math.log(2));
});

describe("the sentence about a guess", () => {
  test.each([
    [predicted, "You said 2×. Against what was recorded, 3.0× to 5.0×, that is 1.5 times too low."],
    [{ ...predicted, guess: 20 }, "that is 4.0 times too high."],
    [{ ...predicted, guess: 4 }, "that is right."],
    [{ ...predicted, guess: 2.9 }, "that is right."],
    [{ ...predicted, own: 8 }, "too low; against your own run, 8.0×, it is 4.0 times too low."],
    [{ ...predicted, unit: "cycles", guess: 1500 }, "You said 1,500\u00a0cycles."],
  ])("%o", (of, words) => {
    expect(verdict(of)).toContain(words);
  });
});
