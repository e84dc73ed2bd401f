import { describe, expect, test } from "vitest";
import {
  alwaysTaken,
  nestedLoopTrace,
  neverTaken,
  oneBit,
  run,
  thresholdTrace,
  twoBit,
} from "../../src/simulate/index.ts";
import { missesOn, outcomes } from "./outcomes.ts";

describe("constant predictors", () => {
  test("miss what they do not expect", () => {
    expect(missesOn("TTNTTN", alwaysTaken())).toBe(2);
    expect(missesOn("TTNTTN", neverTaken())).toBe(4);
  });
});

describe("one-bit predictor", () => {
  test("misses three of T T N T T N", () => {
    //          T  T  N  T  T  N
    // expects  T  T  T  N  T  T     what came before, T at the start
    //          -  -  x  x  -  x
    expect(missesOn("TTNTTN", oneBit())).toBe(3);
  });

  test("misses every branch that alternates", () => {
    // begins with T: T N T N is expected as T T N T
    expect(missesOn("TN", oneBit(), 50)).toBe(99);
  });
});

describe("two-bit counter", () => {
  test("misses two of T T N T T N", () => {
    //          T  T  N  T  T  N
    // counter  2  3  3  2  3  3     taken from 2 on, 2 at the start
    //          -  -  x  -  -  x
    expect(missesOn("TTNTTN", twoBit())).toBe(2);
  });

  test("needs two misses to change its mind, and two to change it back", () => {
    //          T  T  N  N  N  N  T  T  T
    // counter  2  3  3  2  1  0  0  1  2
    //          -  -  x  x  -  -  x  x  -
    expect(missesOn("TTNNNNTTT", twoBit())).toBe(4);
  });

  test("can do worse than a coin on a branch that alternates", () => {
    //          N  T  N  T
    // counter  2  1  2  1
    //          x  x  x  x
    expect(missesOn("NT", twoBit(), 50)).toBe(100);
  });

  test("stays between 0 and 3", () => {
    const predictor = twoBit({ tableBits: 1 });
    const seen = new Set<number>();
    for (const taken of outcomes("TTTTTTNNNNNNNNTT")) {
      predictor.update(0, taken);
      seen.add(predictor.table[0]);
    }
    expect([...seen].sort()).toEqual([0, 1, 2, 3]);
  });
});

describe("a loop of five iterations, ten times", () => {
  // inner branch T T T T N; the outer branch is always taken and never missed
  const trace = nestedLoopTrace({ length: 60, inner: 5 });

  test("costs one-bit two misses a run: the exit, and the entry after it", () => {
    // the first run begins with T expected and misses only its exit: 1 + 9 * 2
    expect(run(trace, oneBit()).misses).toBe(19);
  });

  test("costs two-bit one miss a run: the exit takes it from 3 to 2, still taken", () => {
    expect(run(trace, twoBit()).misses).toBe(10);
  });
});

describe("the notebook's data, 100 values passed over ten times", () => {
  const trace = (sorted: boolean) => thresholdTrace({ length: 1000, elements: 100, p: 0.5, sorted, seed: 1 });

  test("sorted, changes twice a pass: one miss each for one-bit, two for two-bit", () => {
    // pass: N … N T … T. one-bit: first N of the pass and first T, 2 * 10.
    expect(run(trace(true), oneBit()).misses).toBe(20);
    // two-bit: 3 to 1 costs two and 0 to 2 costs two; only the first pass begins at 2 and saves one
    expect(run(trace(true), twoBit()).misses).toBe(39);
  });

  test("as drawn, is missed about as often as a coin", () => {
    // 1,000 branches in 100 independent positions: five standard deviations are 5 * 0.5 / sqrt(100)
    expect(Math.abs(run(trace(false), twoBit()).accuracy - 0.5)).toBeLessThan(0.25);
  });
});

test("branches whose addresses agree in the low bits share a counter", () => {
  const predictor = twoBit({ tableBits: 2 });
  for (const taken of outcomes("NN")) predictor.update(1, taken);
  expect(predictor.predict(5)).toBe(false);
  expect(predictor.predict(2)).toBe(true);
});
