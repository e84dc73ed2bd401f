import { describe, expect, test } from "vitest";
import { choiceSkill, errorOf, numberSkill } from "../../src/study/predict/calibration.ts";
import { logOff } from "../../src/study/predict/off.ts";
import { choiceText, numberText } from "../../src/study/predict/skill-text.ts";
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

describe("how well a reader predicts", () => {
  const number = (guess: number, low = 1, high = low, own?: number) => ({ guess, low, high, own });

  test("the middle factor counts, either way: one wild guess changes nothing", () => {
    const skill = numberSkill([number(4), number(0.25), number(4), number(1000), number(2)]);
    expect(skill).toEqual({ predictions: 5, factor: expect.closeTo(4), low: 1, high: 4 });
  });

  test("of an even number of guesses, the factor is half way between the middle two on the scale of factors", () => {
    expect(numberSkill([number(2), number(8)])?.factor).toBeCloseTo(4);
  });

  test("a guess within the recorded range is right, and neither too low nor too high", () => {
    expect(numberSkill([number(4, 3, 5)])).toEqual({ predictions: 1, factor: 1, low: 0, high: 0 });
  });

  test("the reader’s own result counts more than the recorded ones", () => {
    expect(errorOf(number(4, 3, 5, 8))).toBeCloseTo(-Math.log(2));
    expect(errorOf(number(4, 3, 5))).toBe(0);
  });

  test("choices are held against chance, which depends on how many options there were", () => {
    const choice = (right: boolean, options: number) => ({ right, options });
    expect(choiceSkill([choice(true, 3), choice(false, 3), choice(true, 4)])).toEqual({
      predictions: 3,
      right: 2,
      chance: expect.closeTo(2 / 3 + 1 / 4),
    });
  });

  test("nothing predicted is no skill", () => {
    expect(numberSkill([])).toBeNull();
    expect(choiceSkill([])).toBeNull();
  });

  test.each([
    [[1, 4, 1, 0], "On Memory, 1 number so far: too few to tell."],
    [[6, 4, 5, 1], "On Memory you are usually off by a factor of 4.0, mostly too low: 5 of 6 numbers."],
    [[6, 12, 1, 5], "mostly too high: 5 of 6 numbers."],
    [[6, 2, 3, 3], "factor of 2.0, to both sides: 6 numbers."],
    [[4, 1, 0, 0], "On Memory you are usually right: 4 numbers."],
  ])("%j is said as %s", ([predictions, factor, low, high], words) => {
    expect(numberText("On Memory", { predictions, factor, low, high })).toContain(words);
  });

  test("a choice is said with what chance would give", () => {
    expect(choiceText("On CPU", { predictions: 4, right: 3, chance: 4 / 3 })).toBe(
      "On CPU you chose right in 3 of 4; chance alone would give 1.3.",
    );
  });
});
