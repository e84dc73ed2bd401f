import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import {
  correlatedTrace,
  gshare,
  nestedLoopTrace,
  type Predictor,
  periodicTrace,
  randomTrace,
  run,
  twoBit,
} from "../../src/simulate/index.ts";

const html = readFileSync("notebooks/branches/predictor-lab.html", "utf8");
const kernel = /<script id="2"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
const twoBitPredictor: (tableBits: number) => Predictor = new Function(
  `${stripTypeScriptTypes(kernel)}\nreturn twoBitPredictor;`,
)();

test("the two-bit predictor that branches/predictor-lab shows behaves exactly as the library's", () => {
  const traces = [
    randomTrace({ length: 5000, p: 0.6, seed: 1 }),
    periodicTrace({ length: 5000, period: 50, p: 0.5, seed: 2 }),
    nestedLoopTrace({ length: 5000, inner: 7 }),
    correlatedTrace({ length: 5000, p: 0.5, seed: 3 }),
  ];
  for (const trace of traces)
    for (const tableBits of [0, 1, 2, 10])
      expect(run(trace, twoBitPredictor(tableBits))).toEqual(run(trace, twoBit({ tableBits })));
  expect(twoBitPredictor(10).storageBits).toBe(twoBit().storageBits);
});

test("the nested loop of branches/predictor-lab turns from learnt to missed where gshare's history ends", () => {
  // 10 outcomes reach back over 9 iterations and the outer branch, and not over 14
  const misses = (inner: number, predictor: Predictor) => {
    const { series } = run(nestedLoopTrace({ length: 12_000, inner }), predictor, { points: 60 });
    return 1 - series[59].accuracy;
  };
  expect(misses(9, gshare())).toBe(0);
  expect(misses(14, gshare())).toBeGreaterThan(1 / 20);
});

test("what branches/predictor-lab says to try comes out as it says", () => {
  const missesPer1000 = (period: number, bits: number) => {
    const trace = periodicTrace({ length: 12_000, period, p: 0.5, seed: 1 });
    return run(trace, gshare({ tableBits: bits, historyBits: bits })).missesPer1000;
  };
  expect(missesPer1000(40, 10)).toBeGreaterThan(50);
  expect(missesPer1000(40, 11)).toBeLessThan(3);
  expect(missesPer1000(12, 10)).toBeLessThan(1);
  expect(missesPer1000(12, 5)).toBeGreaterThan(50);
});
