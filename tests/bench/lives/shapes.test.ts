import { describe, expect, it } from "vitest";
import { parseResult } from "../../../src/bench/schema/validate.ts";
import type { Result } from "../../../src/bench/types.ts";
import { runSimulated, specOf } from "../helpers.ts";

const cost = { callNs: (name: string) => (name === "a" ? 1e5 : 2e5) };
const load = { kind: "open" as const, perSecond: 1000 };
const latencies = await runSimulated(specOf(["a", "b"], { latencies: { load, ms: 50 } }), cost);
const timeline = await runSimulated(specOf(["a", "b"], { timeline: { ms: 20 } }), cost);

/** A result with one field set, or deleted. */
function spoilt(good: Result, path: string, value?: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(good));
  const keys = path.split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce((object, key) => object[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

describe("latencies from outside", () => {
  it.each<[string, unknown, string]>([
    ["latencies", null, "result.latencies: a run of kind latencies needs one"],
    ["kind", "comparison", "result.latencies: a run of kind comparison has none"],
    ["latencies.load", "closed", 'result.latencies.load: expected an object, found "closed"'],
    ["latencies.load.kind", "half", 'result.latencies.load.kind: expected "closed" or "open", found "half"'],
    ["latencies.load.kind", "toString", 'result.latencies.load.kind: expected "closed" or "open"'],
    ["latencies.load.kind", "closed", "result.latencies.load.perSecond: expected no such field"],
    ["latencies.load.perSecond", 0, "result.latencies.load.perSecond: expected a number above 0"],
    ["latencies.load.perSecond", undefined, "result.latencies.load.perSecond: expected a number above 0"],
    ["latencies.ms", 0, "result.latencies.ms: expected a number above 0"],
    ["latencies.extra", 1, "result.latencies.extra: expected no such field"],
    ["latencies.variants.0.name", 7, "result.latencies.variants[0].name: expected a text"],
    ["latencies.variants.1.calls", 7.5, "result.latencies.variants[1].calls: expected a whole number"],
    [
      "latencies.variants.1.calls",
      7,
      "result.latencies.variants[1].histogram: it counts 300 calls, but there were 7",
    ],
    [
      "latencies.variants.0.histogram",
      [
        [1, 200],
        [1, 100],
      ],
      "result.latencies.variants[0].histogram[1]: its bound does not rise",
    ],
    [
      "latencies.variants.0.histogram.0",
      [1],
      "result.latencies.variants[0].histogram[0]: expected a list of 2",
    ],
    [
      "latencies.variants.0.histogram.0.1",
      -1,
      "result.latencies.variants[0].histogram[0][1]: expected a whole number",
    ],
    [
      "latencies.variants.0.quantiles.0.p",
      50,
      "result.latencies.variants[0].quantiles[0].p: expected a fraction",
    ],
    ["latencies.variants.0.quantiles.0.interval", [2, 1], "expected the smaller end first"],
    [
      "latencies.variants.0.meanNs",
      null,
      "result.latencies.variants[0].meanNs: expected a number of 0 or more",
    ],
    ["latencies.variants.0.maxNs", "9", "result.latencies.variants[0].maxNs: expected a number of 0 or more"],
    [
      "latencies.variants.0.replicates.2",
      [1],
      "result.latencies.variants[0].replicates[2]: expected one time for each of 3 quantiles",
    ],
    [
      "latencies.variants.0.replicates",
      undefined,
      "result.latencies.variants[0].replicates: expected a list",
    ],
  ])("are refused with %s = %o", (path, value, message) => {
    expect(() => parseResult(spoilt(latencies, path, value))).toThrow(message);
  });
});

describe("latencies of an earlier harness", () => {
  it("get the coverage that their replicates give, and keep everything else", () => {
    const old = spoilt(latencies, "latencies.variants.1.quantiles.0.coverage");
    expect(parseResult(old)).toEqual(latencies);
  });
});

describe("a timeline from outside", () => {
  it.each<[string, unknown, string]>([
    ["timeline", null, "result.timeline: a run of kind timeline needs one"],
    ["kind", "sweep", "result.sweep: a run of kind sweep needs one"],
    ["latencies", latencies.latencies, "result.latencies: a run of kind timeline has none"],
    ["timeline.ms", -1, "result.timeline.ms: expected a number above 0"],
    ["timeline.binMs", undefined, "result.timeline.binMs: expected a number above 0, found nothing"],
    ["timeline.binMs", 4, "result.timeline.variants[0].runs[0]: expected 5 bins of 4 ms, found 10"],
    ["timeline.extra", 1, "result.timeline.extra: expected no such field"],
    [
      "timeline.variants.1.runs.3",
      [1, 2],
      "result.timeline.variants[1].runs[3]: expected 10 bins of 2 ms, found 2",
    ],
    ["timeline.variants.1.runs.3.4", 0.5, "result.timeline.variants[1].runs[3][4]: expected a whole number"],
    ["timeline.variants.0.source", "", "result.timeline.variants[0].source: expected no such field"],
  ])("is refused with %s = %o", (path, value, message) => {
    expect(() => parseResult(spoilt(timeline, path, value))).toThrow(message);
  });
});
