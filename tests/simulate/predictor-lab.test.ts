import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import {
  correlatedTrace,
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
