import { describe, expect, it } from "vitest";
import { bench } from "../../../src/bench/bench.ts";
import { judgeClaims } from "../../../src/bench/claims.ts";
import type { TimelineJob } from "../../../src/bench/lives/messages.ts";
import { parseResult } from "../../../src/bench/schema/validate.ts";
import type { Result, Spec } from "../../../src/bench/types.ts";
import { runSimulated, runToEnd, specOf } from "../helpers.ts";
import { type Simulation, simulate } from "../simulated-host.ts";

const spec: Spec = specOf(["a", "b"], { timeline: { ms: 100, binMs: 2 } });
const cost = { callNs: (name: string) => (name === "a" ? 1000 : 4000) };
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const codes = ({ warnings }: Result) => warnings.map(({ code }) => code);
const runsOf = ({ timeline }: Result, v = 0) => timeline?.variants[v].runs ?? [];

describe("a timeline", () => {
  it("has the calls of each bin from the first one on, for every variant in five workers", async () => {
    const result = await runSimulated(spec, cost);
    expect(result).toMatchObject({ kind: "timeline", comparisons: [], variants: [], latencies: null });
    expect(result.timeline).toMatchObject({ ms: 100, binMs: 2 });
    expect(result.harness).toMatchObject({ blocks: 5, warmUpMs: 0, inputs: 8 });
    for (const v of [0, 1]) {
      const runs = runsOf(result, v);
      expect(runs.map((row) => row.length)).toEqual(Array(5).fill(50));
      for (const row of runs)
        expect(Math.abs((sum(row) * cost.callNs("ab"[v])) / 100e6 - 1)).toBeLessThan(0.01);
    }
    expect(codes(result)).toEqual([]);
  });

  it("shows stalls of the machine as bins with fewer calls", async () => {
    const result = await runSimulated(spec, { ...cost, stall: { everyMs: 30, ms: 6 } });
    for (const row of runsOf(result)) {
      expect(row.flatMap((calls, i) => (calls < 1000 ? [2 * i] : []))).toEqual([
        30, 32, 34, 60, 62, 64, 90, 92, 94,
      ]);
    }
  });

  it("gives every variant of every replicate a fresh worker in mirrored order", async () => {
    const host = simulate(cost);
    const { result, progress } = await runToEnd(spec, { host, seed: 2 });
    const jobs = host.jobs.filter((job): job is TimelineJob => job.kind === "timeline");
    expect(jobs.map(({ variant }) => variant)).toEqual(result.harness.order.flat().map((v) => "ab"[v]));
    expect(result.harness.order[1]).toEqual(result.harness.order[0].toReversed());
    expect(progress.map(({ phase }) => phase)).toEqual([
      "clock",
      "pilot",
      "pilot",
      ...Array(5).fill("measure"),
    ]);
  });

  it("widens its bins to sixteen steps of a coarse clock, and says so", async () => {
    const result = await runSimulated(spec, { ...cost, resolutionUs: 1000 });
    expect(result.timeline).toMatchObject({ ms: 96, binMs: 16 });
    expect(runsOf(result)[0]).toHaveLength(6);
    const [warning] = result.warnings.filter(({ code }) => code === "wide-bins");
    expect(warning.sentence).toContain("The bins are 16 ms, not 2 ms");
  });

  it("ends before any time when the answers differ", async () => {
    const result = await runSimulated(spec, { ...cost, answer: (name) => ({ digest: name }) });
    expect(result).toMatchObject({ kind: "timeline", timeline: null });
    expect(codes(result)).toEqual(["wrong-answer"]);
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("stops at once, and measures a replicate again when the tab was hidden", async () => {
    const stop = new AbortController();
    const host = simulate({ ...cost, onJob: (job) => job.kind === "timeline" && stop.abort() });
    await expect(runToEnd(spec, { host, signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" });
    const { discarded } = await runSimulated(spec, { ...cost, hidden: (run) => run === 0 });
    expect(discarded).toEqual([{ block: 0, reason: "the tab was hidden" }]);
  });

  it("says when calls are hardly longer than the loop", async () => {
    expect(
      codes(await runSimulated(spec, { callNs: (name) => (name === "a" ? 2000 : 4000), floorNs: 1000 })),
    ).toEqual(["near-floor"]);
  });

  it.each<[string, Simulation, Spec["timeline"]]>([
    ["as it comes", { callNs: () => 1700 }, {}],
    ["with as many bins as there may be", { callNs: () => 3000, resolutionUs: 1 }, { ms: 800, binMs: 0.1 }],
  ])("exports no more than 40 kB %s, which reads back as it was", async (_, simulation, timeline) => {
    const result = await runSimulated(specOf(["a", "b"], { timeline }), simulation);
    const text = JSON.stringify(result);
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(parseResult(JSON.parse(text))).toEqual(result);
  });

  it("is the same again with the same seed", async () => {
    const run = async () => ({ ...(await runSimulated(spec, { ...cost, sliceNoise: 0.2 })), createdAt: "" });
    expect(await run()).toEqual(await run());
  });
});

describe("claims on a timeline", async () => {
  const result = await runSimulated(spec, cost);
  const judge = (rest: object, on = result) =>
    judgeClaims({ ...spec, claims: [{ says: "so", of: "b", ...rest }] }, on)[0];

  it("are about time per call over the whole time", () => {
    expect(judge({ atLeast: 3.9, atMost: 4.1 }).state).toBe("holds");
    expect(judge({ atLeast: 4.1 }).state).toBe("does not hold");
    expect(judge({ of: "a", over: "b", atMost: 0.26 }).state).toBe("holds");
  });

  it("stay undecided without calls, without the variant, and near the floor", async () => {
    expect(judge({ of: "z", atLeast: 1 }).ratio).toBeNull();
    const endless = await runSimulated(spec, { callNs: (name) => (name === "a" ? 1000 : 1e9) });
    expect(judge({ atLeast: 1 }, endless).ratio).toBeNull();
    const near = await runSimulated(spec, { ...cost, floorNs: 2000 });
    expect(judge({ atLeast: 1 }, near).ratio).toBeNull();
  });
});

it.each<[object, string]>([
  [{ ms: -1 }, "timeline.ms: -1; give more than 0 and at most 10000"],
  [{ ms: 20_000 }, "timeline.ms: 20000"],
  [{ binMs: 0 }, "timeline.binMs: 0; give more than 0 and at most half of timeline.ms, 500"],
  [{ ms: 10, binMs: 6 }, "timeline.binMs: 6"],
])("a Spec with timeline %o is refused with the field and the fix", async (timeline, message) => {
  await expect(bench(specOf(["a"], { timeline }), { host: simulate(cost) }).next()).rejects.toThrow(message);
});
