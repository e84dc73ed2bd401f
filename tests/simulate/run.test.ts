import { describe, expect, test } from "vitest";
import {
  alwaysTaken,
  correlatedTrace,
  gshare,
  nestedLoopTrace,
  neverTaken,
  oneBit,
  perceptron,
  periodicTrace,
  randomTrace,
  run,
  tage,
  thresholdTrace,
  twoBit,
} from "../../src/simulate/index.ts";

const predictors = [alwaysTaken, neverTaken, oneBit, twoBit, gshare, perceptron, tage];
const traces = {
  random: () => randomTrace({ length: 3000, p: 0.3, seed: 5 }),
  periodic: () => periodicTrace({ length: 3000, period: 37, p: 0.5, seed: 5 }),
  loop: () => nestedLoopTrace({ length: 3000, inner: 12 }),
  correlated: () => correlatedTrace({ length: 3000, p: 0.5, seed: 5 }),
  threshold: () => thresholdTrace({ length: 3000, elements: 100, p: 0.5, sorted: false, seed: 5 }),
};

describe("run", () => {
  test("gives the same result for the same seed, for every predictor and trace", () => {
    for (const trace of Object.values(traces))
      for (const predictor of predictors)
        expect(run(trace(), predictor())).toEqual(run(trace(), predictor()));
  });

  test("the stretches of the series add up to the whole", () => {
    const result = run(traces.random(), gshare(), { points: 7 });
    expect(result.series).toHaveLength(7);
    expect(result.series[6].at).toBe(3000);
    let start = 0;
    let right = 0;
    for (const { at, accuracy } of result.series) {
      right += accuracy * (at - start);
      start = at;
    }
    expect(right).toBeCloseTo(3000 - result.misses, 6);
    expect(result.missesPer1000).toBeCloseTo(1000 * (1 - result.accuracy), 9);
  });

  test("always and never taken share the branches between them", () => {
    for (const trace of Object.values(traces))
      expect(run(trace(), alwaysTaken()).misses + run(trace(), neverTaken()).misses).toBe(3000);
  });

  test("a predictor that is never asked twice about one branch still answers", () => {
    const empty = { pcs: new Uint32Array([2 ** 31]), taken: new Uint8Array([1]) };
    for (const predictor of predictors) expect(run(empty, predictor()).branches).toBe(1);
  });
});
