import { expect, it } from "vitest";
import { readSpec } from "../../src/bench/spec.ts";
import type { Spec } from "../../src/bench/types.ts";

const one = () => 1;
const spec: Spec = { variants: { a: one, b: { setup: (x) => x, run: one } } };

it("fills in what a Spec leaves open", () => {
  expect(readSpec(spec)).toEqual({
    ...{
      id: "experiment",
      params: {},
      names: ["a", "b"],
      baseline: 0,
      sameWithin: 0.03,
      per: null,
      sweep: null,
      parallel: null,
      latencies: null,
      timeline: null,
      budgetMs: null,
    },
    claims: [],
    sources: { a: "() => 1", b: "setup: (x) => x\nrun: () => 1" },
  });
});

it.each<[Partial<Spec>, string]>([
  [{ variants: {} }, "variants: none given"],
  [{ baseline: "c" }, 'baseline: "c" is no variant; choose one of "a", "b"'],
  [{ params: { constructor: 1 } }, "constructor: JavaScript uses this name itself; choose another"],
  [{ variants: { prototype: one } }, "prototype: JavaScript uses this name itself"],
  [{ sameWithin: 3 }, "sameWithin: 3 is no fraction; 0.03 means within 3 %"],
  [
    { sweep: { n: [1, 2], m: [1, 2], k: [1, 2] } },
    "sweep: 3 variables; give one or two, the others belong in params",
  ],
  [{ sweep: {} }, "sweep: 0 variables; give one or two"],
  [{ sweep: { n: [1, 2], m: [1] } }, "sweep.m: give two finite numbers or more"],
  [{ sweep: { n: [1] } }, "sweep.n: give two finite numbers or more"],
  [{ sweep: { n: [1, Number.NaN] } }, "sweep.n: give two finite numbers or more"],
  [{ sweep: { n: [1, 2, 1] } }, "sweep.n: a value stands twice"],
])("refuses %o with the field and the fix", (changes, message) => {
  expect(() => readSpec({ ...spec, ...changes })).toThrow(message);
});
