import { expect, test } from "vitest";
import {
  correlatedTrace,
  nestedLoopTrace,
  periodicTrace,
  randomTrace,
  type Trace,
  thresholdTrace,
} from "../../src/simulate/index.ts";

const letters = ({ taken }: Trace) => [...taken].map((bit) => (bit ? "T" : "N")).join("");

test("a nested loop is T^(n-1) N and then the outer branch", () => {
  const trace = nestedLoopTrace({ length: 8, inner: 3 });
  expect(letters(trace)).toBe("TTNTTTNT");
  expect([...trace.pcs]).toEqual([1, 1, 1, 2, 1, 1, 1, 2]);
});

test("a loop of one iteration is never taken back", () => {
  expect(letters(nestedLoopTrace({ length: 4, inner: 1 }))).toBe("NTNT");
});

test("a periodic trace repeats its first period", () => {
  const text = letters(periodicTrace({ length: 40, period: 13, p: 0.5, seed: 2 }));
  expect(text.slice(13, 26)).toBe(text.slice(0, 13));
  expect(text.slice(26, 39)).toBe(text.slice(0, 13));
});

test("the third correlated branch is taken exactly when the two before it agree", () => {
  const { pcs, taken } = correlatedTrace({ length: 300, p: 0.4, seed: 2 });
  for (let i = 2; i < 300; i += 3) {
    expect([...pcs.slice(i - 2, i + 1)]).toEqual([1, 2, 3]);
    expect(taken[i]).toBe(taken[i - 1] === taken[i - 2] ? 1 : 0);
  }
});

test("sorted data are not taken until they reach the threshold, in every pass", () => {
  const trace = thresholdTrace({ length: 600, elements: 200, p: 0.25, sorted: true, seed: 3 });
  expect(letters(trace)).toMatch(/^(N+T+){3}$/);
});

test("sorting changes the order and not the number of branches taken", () => {
  const taken = (sorted: boolean) =>
    thresholdTrace({ length: 500, elements: 500, p: 0.3, sorted, seed: 3 }).taken.reduce((a, b) => a + b);
  expect(taken(true)).toBe(taken(false));
});

test("random traces are taken as often as they should be", () => {
  const { taken } = randomTrace({ length: 100_000, p: 0.2, seed: 3 });
  // five standard deviations: 5 * sqrt(0.2 * 0.8 / 100,000) = 0.0063
  expect(Math.abs(taken.reduce((a, b) => a + b) / 100_000 - 0.2)).toBeLessThan(0.0063);
});
