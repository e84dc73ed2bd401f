import { describe, expect, test } from "vitest";
import {
  correlatedTrace,
  gshare,
  nestedLoopTrace,
  oneBit,
  type Predictor,
  perceptron,
  periodicTrace,
  run,
  type Trace,
  tage,
  twoBit,
} from "../../src/simulate/index.ts";
import { missesOn } from "./outcomes.ts";

/** Fraction right on the branch at `pc`, once the first half of the trace has taught what it can. */
function accuracyAt(pc: number, { pcs, taken }: Trace, predictor: Predictor): number {
  let [right, all] = [0, 0];
  for (let i = 0; i < pcs.length; ++i) {
    const outcome = taken[i] === 1;
    if (pcs[i] === pc && i >= pcs.length / 2) {
      all += 1;
      if (predictor.predict(pc) === outcome) right += 1;
    }
    predictor.update(pcs[i], outcome);
  }
  return right / all;
}

describe("gshare", () => {
  test("with two outcomes of history misses T T N once and then never", () => {
    // history, newest right; every counter begins at 2
    //   outcome  T   T   N   T   T   N   …
    //   history  NN  NT  TT  TN  NT  TT
    //   counter  2   2   2   2   3   1   after TT comes N, after TN and NT comes T
    //            -   -   x   -   -   -
    expect(missesOn("TTN", gshare({ tableBits: 2, historyBits: 2 }), 100)).toBe(1);
  });

  test("with one outcome of history misses every N of T T N: after T comes T or N", () => {
    //   after T:  T  N  T  N        counter  2  3  2  3, missing each N
    //   after N:  T                 never missed
    expect(missesOn("TTN", gshare({ tableBits: 2, historyBits: 1 }), 100)).toBe(100);
  });

  test("without history is a two-bit counter", () => {
    const trace = periodicTrace({ length: 5000, period: 700, p: 0.6, seed: 4 });
    expect(run(trace, gshare({ tableBits: 6, historyBits: 0 })).misses).toBe(
      run(trace, twoBit({ tableBits: 6 })).misses,
    );
  });

  test("learns every pattern whose period its history covers", () => {
    // The last k outcomes of a pattern of period k fix the next, so each of its at most k histories
    // picks a counter that always counts one way and misses at most twice. Before the history is
    // full, at most h others are seen, once each.
    const h = 8;
    for (let period = 1; period <= h; ++period)
      for (let seed = 1; seed <= 20; ++seed) {
        const trace = periodicTrace({ length: 2000, period, p: 0.5, seed });
        const { misses, series } = run(trace, gshare({ tableBits: h, historyBits: h }));
        expect(misses).toBeLessThanOrEqual(2 * period + h);
        expect(series[series.length - 1].accuracy).toBe(1);
      }
  });

  test("knows the third of three correlated branches from the two before it, as two-bit cannot", () => {
    const trace = correlatedTrace({ length: 30_000, p: 0.5, seed: 3 });
    expect(accuracyAt(3, trace, gshare({ historyBits: 2 }))).toBe(1);
    // 5,000 looks at a coin: five standard deviations of the mean are 0.035
    expect(Math.abs(accuracyAt(3, trace, twoBit()) - 0.5)).toBeLessThan(0.035);
  });

  test("refuses a history longer than its index, and says what to do", () => {
    expect(() => gshare({ tableBits: 4, historyBits: 5 })).toThrow("use historyBits of at most 4");
  });
});

describe("perceptron", () => {
  test("cannot learn a === b, which no line separates, where gshare can", () => {
    const trace = correlatedTrace({ length: 30_000, p: 0.5, seed: 3 });
    expect(Math.abs(accuracyAt(3, trace, perceptron()) - 0.5)).toBeLessThan(0.05);
  });

  test("leaves the loop of 20 in time with 24 outcomes of history, too long for ten of gshare's", () => {
    const trace = nestedLoopTrace({ length: 21 * 400, inner: 20 });
    expect(accuracyAt(1, trace, perceptron())).toBe(1);
    expect(accuracyAt(1, trace, gshare())).toBeCloseTo(19 / 20, 10);
  });

  test("keeps its weights within eight bits", () => {
    const predictor = perceptron({ historyBits: 0 });
    // without history the bias alone learns; the threshold stops it at 15, one past 14
    for (let i = 0; i < 1000; ++i) predictor.update(0, true);
    expect(predictor.weights[0]).toBe(15);
  });
});

describe("TAGE-like", () => {
  test("leaves a loop of 100 in time, which costs every shorter memory one miss a run", () => {
    const trace = nestedLoopTrace({ length: 101 * 200, inner: 100 });
    expect(accuracyAt(1, trace, tage())).toBe(1);
    for (const predictor of [twoBit(), gshare(), perceptron()])
      expect(accuracyAt(1, trace, predictor)).toBeCloseTo(99 / 100, 10);
    expect(accuracyAt(1, trace, oneBit())).toBeCloseTo(98 / 100, 10);
  });

  test("learns the third correlated branch", () => {
    const trace = correlatedTrace({ length: 30_000, p: 0.5, seed: 3 });
    expect(accuracyAt(3, trace, tage())).toBeGreaterThan(0.97);
  });

  test("learns a pattern of 40 with fewer misses than gshare of as many counters", () => {
    const trace = periodicTrace({ length: 20_000, period: 40, p: 0.5, seed: 1 });
    expect(run(trace, tage()).misses * 10).toBeLessThan(run(trace, gshare()).misses);
  });
});
