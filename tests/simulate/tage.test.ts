import { expect, test } from "vitest";
import { randomTrace, run, seeded, tage } from "../../src/simulate/index.ts";
import { foldedHistory } from "../../src/simulate/predictors/folded-history.ts";
import { outcomeHistory } from "../../src/simulate/predictors/history.ts";
import { geometric } from "../../src/simulate/predictors/tage.ts";

test("history lengths grow by one factor from the shortest to the longest", () => {
  // the factor is (130 / 5)^(1/3) = 2.962: 5, 14.8, 43.9, 130
  expect(geometric(5, 130, 4)).toEqual([5, 15, 44, 130]);
  expect(geometric(5, 130, 1)).toEqual([5]);
});

test("a folded history equals the fold of the history it stands for, at every step", () => {
  for (const [length, width] of [
    [5, 8],
    [8, 8],
    [15, 8],
    [44, 9],
    [130, 10],
    [131, 1],
  ]) {
    const random = seeded(length);
    const history = outcomeHistory(length);
    const folded = foldedHistory(length, width);
    for (let step = 0; step < 400; ++step) {
      const outcome = random() < 0.5 ? 1 : 0;
      folded.push(outcome, history.at(length - 1));
      history.push(outcome);
      let whole = 0;
      for (let ago = 0; ago < length; ++ago) whole ^= history.at(ago) << (ago % width);
      expect(folded.value).toBe(whole);
    }
  }
});

test("counters and uses stay in range whatever the branches do", () => {
  const predictor = tage({ taggedBits: 4, tableBits: 4 });
  const { pcs, taken } = randomTrace({ length: 40_000, p: 0.5, seed: 9 });
  for (let i = 0; i < pcs.length; ++i) predictor.update(pcs[i] + (i % 5), taken[i] === 1);
  for (const { counters, useful } of predictor.tables) {
    expect(Math.min(...counters)).toBeGreaterThanOrEqual(-4);
    expect(Math.max(...counters)).toBeLessThanOrEqual(3);
    expect(Math.max(...useful)).toBeLessThanOrEqual(3);
  }
  expect(Math.max(...predictor.base)).toBeLessThanOrEqual(3);
});

test("storage is counted as hardware would: 1,024 two-bit counters, four tables of 256 entries of 14 bits, 130 of history", () => {
  expect(tage().storageBits).toBe(2 * 1024 + 4 * 256 * (3 + 9 + 2) + 130);
});

test("a prediction changes nothing", () => {
  const trace = randomTrace({ length: 2000, p: 0.7, seed: 2 });
  const original = tage();
  const often = {
    ...original,
    predict: (pc: number) => {
      original.predict(pc + 1);
      original.predict(pc);
      return original.predict(pc);
    },
  };
  expect(run(trace, often).misses).toBe(run(trace, tage()).misses);
});
