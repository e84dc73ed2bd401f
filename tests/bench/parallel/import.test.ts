import { describe, expect, it } from "vitest";
import { parseResult } from "../../../src/bench/schema/validate.ts";
import { runSimulated } from "../helpers.ts";
import { machine, spec } from "./machine.ts";

describe("parseResult of a parallel run", async () => {
  const good = await runSimulated(spec, machine);

  it.each<[string, (parallel: Record<string, unknown>) => void, string]>([
    [
      "an unknown field",
      (p) => Object.assign(p, { cores: 2 }),
      "result.parallel.cores: expected no such field",
    ],
    ["no time", (p) => Object.assign(p, { ms: 0 }), "result.parallel.ms: expected a number above 0"],
    [
      "half a worker",
      (p) => Object.assign(p, { workers: [0.5] }),
      "result.parallel.workers[0]: expected a whole",
    ],
    [
      "a gate without interval",
      (p) => Object.assign(p, { scaling2: { ratio: 2 } }),
      "result.parallel.scaling2.interval",
    ],
    [
      "no points",
      (p) => Object.assign(p, { points: null }),
      "result.parallel.points: expected a list, found null",
    ],
    [
      "a text as rate",
      (p) => Object.assign(p, { points: [{ ...good.parallel?.points[0], runs: ["9"] }] }),
      "runs[0]",
    ],
    [
      "a point beside the axis",
      (p) => Object.assign(p, { workers: [1, 2] }),
      "result.parallel.points[2].workers: 4 is none of 1, 2",
    ],
  ])("refuses %s", (_, spoil, message) => {
    const copy = JSON.parse(JSON.stringify(good));
    spoil(copy.parallel);
    expect(() => parseResult(copy)).toThrow(message);
  });

  it("refuses one without its counts, and counts in another kind", () => {
    expect(() => parseResult({ ...good, parallel: null })).toThrow(
      "result.parallel: a run of kind parallel needs one",
    );
    expect(() => parseResult({ ...good, kind: "comparison" })).toThrow(
      "result.parallel: a run of kind comparison has none",
    );
  });
});
