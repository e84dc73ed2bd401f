import { describe, expect, it } from "vitest";
import { declarationOf } from "../../src/bench/declaration/declaration.ts";
import { inertSpec } from "../../src/bench/declaration/describe-spec.ts";
import { readSpec } from "../../src/bench/spec.ts";
import type { Spec } from "../../src/bench/types.ts";
import { perform } from "../../src/bench/worker/worker.ts";

const spec: Spec = {
  id: "own",
  params: { n: 3, words: ["a"], make: () => 1 },
  setup: () => {
    throw new Error("never called");
  },
  variants: {
    plain: (x: number) => x + 1,
    prepared: { setup: (x: number) => x, run: (x: number) => x * 2 },
  },
  check: () => true,
  baseline: "prepared",
  per: { what: "item", count: 2 },
  sweep: { n: [1, 2] },
  claims: [{ says: "it is slower", of: "plain", at: { n: 1 }, atLeast: 1 }],
};

describe("what a cell declares", () => {
  it("is its data and the texts of its variants, without id and functions", () => {
    expect(declarationOf(spec)).toEqual({
      params: { n: 3, words: ["a"] },
      variants: [
        { name: "plain", setup: null, run: "(x) => x + 1" },
        { name: "prepared", setup: "(x) => x", run: "(x) => x * 2" },
      ],
      ...{ baseline: "prepared", per: spec.per, sweep: spec.sweep, claims: spec.claims },
    });
  });

  it("comes from a worker as the answer to a job", async () => {
    const run = await perform(async () => spec, { job: { kind: "describe" }, captures: {} });
    expect(run).toEqual(declarationOf(spec));
  });

  it("makes a Spec that the page reads as it would read the cell's own", () => {
    const { id: _, params: __, ...read } = readSpec(inertSpec(declarationOf(spec)));
    const { id: ___, params: ____, ...own } = readSpec(spec);
    expect(read).toEqual(own);
  });

  it("must have a function for each variant", () => {
    const faulty = { variants: { a: { run: 5 } } } as unknown as Spec;
    expect(() => declarationOf(faulty)).toThrow("variants.a: 5 is no function; write (input) => …");
  });
});
