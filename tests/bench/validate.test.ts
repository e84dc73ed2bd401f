import { describe, expect, it } from "vitest";
import { parseResult } from "../../src/bench/schema/validate.ts";
import type { Result } from "../../src/bench/types.ts";
import { runSimulated, specOf } from "./helpers.ts";

const good = await runSimulated(specOf(["a", "b"], { params: { n: 3 } }), { callNs: () => 1000 });

/** The good result with one field set, or deleted. */
function spoilt(path: string, value?: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(good));
  const keys = path.split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce((object, key) => object[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

describe("parseResult", () => {
  it("takes what the harness exports", () => {
    expect(parseResult(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each<[string, unknown, string]>([
    [
      "schema",
      "hot-path/result.v2",
      'result.schema: expected "hot-path/result.v1", found "hot-path/result.v2"',
    ],
    ["harness.seed", undefined, "result.harness.seed: expected a whole number of 0 or more, found nothing"],
    ["kind", "latency", 'result.kind: expected "comparison" or "sweep"'],
    ["createdAt", "yesterday-ish", "result.createdAt: expected a date"],
    ["environment.userAgent", "Mozilla/5.0", "result.environment.userAgent: expected no such field"],
    ["environment.floorNs", null, "result.environment.floorNs: expected a number of 0 or more, found null"],
    [
      "variants.1.workers.2.n",
      "9",
      'result.variants[1].workers[2].n: expected a whole number of 0 or more, found "9"',
    ],
    [
      "variants.0.workers.0.slices.0",
      -1,
      "result.variants[0].workers[0].slices[0]: expected a number of 0 or more",
    ],
    ["variants.0.interval", [2, 1], "result.variants[0].interval: expected the smaller end first"],
    ["comparisons.0.verdict", "better", "result.comparisons[0].verdict: expected"],
    ["comparisons.0.variant", "z", 'result.comparisons[0].variant: "z" is no variant of this result'],
    [
      "comparisons.0.coverage",
      96,
      "result.comparisons[0].coverage: expected a fraction from 0 to 1, found 96",
    ],
    ["warnings", [{ code: "made-up", sentence: "", next: "" }], "result.warnings[0].code: expected"],
    ["sweep", { variable: "n", values: [1], points: [] }, "result.sweep: a run of kind comparison has none"],
    ["kind", "sweep", "result.sweep: a run of kind sweep needs one"],
    ["bench.params", [], "result.bench.params: expected an object, found []"],
    ["extra", 1, "result.extra: expected no such field"],
  ])("refuses %s = %o", (path, value, message) => {
    expect(() => parseResult(spoilt(path, value))).toThrow(message);
  });

  it.each([null, 3, "{}", []])("refuses %o", (json) => {
    expect(() => parseResult(json)).toThrow("result: expected an object");
  });

  it("refuses a result that lacks any one field", () => {
    const later = ["parallel", "latencies", "timeline"];
    for (const key of (Object.keys(good) as (keyof Result)[]).filter((name) => !later.includes(name))) {
      expect(() => parseResult(spoilt(key)), key).toThrow(`result.${key}`);
    }
  });
});

describe("a result written before a field existed", () => {
  it("is read as the current harness would have written it", () => {
    const old = structuredClone(good) as Partial<Result>;
    for (const key of ["parallel", "latencies", "timeline"] as const) delete old[key];
    expect(parseResult(old)).toEqual(good);
  });

  it("keeps what it holds", () => {
    const { sweep } = parseResult({
      ...good,
      kind: "sweep",
      variants: [],
      comparisons: [],
      sweep: { variable: "n", values: [1], points: [] },
    });
    expect(sweep).toEqual({ variable: "n", values: [1], second: null, points: [] });
  });
});
