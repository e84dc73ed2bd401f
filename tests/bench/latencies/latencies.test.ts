import { describe, expect, it } from "vitest";
import { bench } from "../../../src/bench/bench.ts";
import { judgeClaims } from "../../../src/bench/claims.ts";
import type { LatencyJob } from "../../../src/bench/lives/messages.ts";
import { parseResult } from "../../../src/bench/schema/validate.ts";
import type { LatencyVariant, Result, Spec } from "../../../src/bench/types.ts";
import { runSimulated, runToEnd, specOf } from "../helpers.ts";
import { noiseModels } from "../noise.ts";
import { type Simulation, simulate } from "../simulated-host.ts";

const cost = (name: string) => (name === "a" ? 1e5 : 3e5);
const closed: Spec = specOf(["a", "b"], { latencies: { load: { kind: "closed" }, ms: 200 } });
const open = (perSecond: number, ms = 1000): Spec =>
  specOf(["a"], { latencies: { load: { kind: "open", perSecond }, ms } });

const variantsOf = (result: Result): LatencyVariant[] => result.latencies?.variants ?? [];
const quantile = (variant: LatencyVariant, p: number) =>
  variant.quantiles.find((q) => q.p === p)?.ns ?? Number.NaN;
const codes = ({ warnings }: Result) => warnings.map(({ code }) => code);

describe("latencies", () => {
  it("have a histogram, quantiles with intervals and the extremes of every variant", async () => {
    const result = await runSimulated(closed, { callNs: cost, sliceNoise: 0.1, seed: 4 });
    expect(result).toMatchObject({ kind: "latencies", variants: [], comparisons: [], sweep: null });
    expect(result.latencies).toMatchObject({ load: { kind: "closed" }, ms: 200 });
    expect(result.harness).toMatchObject({ blocks: 6, warmUpMs: 32, inputs: 8 });
    for (const variant of variantsOf(result)) {
      expect(variant.calls).toBe(variant.histogram.reduce((sum, [, calls]) => sum + calls, 0));
      expect(Math.abs(variant.calls / ((6 * 200e6) / cost(variant.name)) - 1)).toBeLessThan(0.02);
      expect(Math.abs(variant.meanNs / cost(variant.name) - 1)).toBeLessThan(0.01);
      expect(quantile(variant, 1)).toBe(variant.maxNs);
      for (const [i, { ns, interval, coverage }] of variant.quantiles.entries()) {
        const replicates = variant.replicates.map((row) => row[i]);
        expect(replicates).toHaveLength(6);
        expect(interval).toEqual([Math.min(...replicates), Math.max(...replicates)]);
        // from the smallest to the largest of six misses the median if all six lie on one side of it
        expect(coverage).toBe(1 - 2 / 2 ** 6);
        expect(ns).toBeGreaterThanOrEqual(interval[0]);
        expect(ns).toBeLessThanOrEqual(interval[1]);
      }
    }
  });

  it("are told only where ten calls lie beyond: p99.9 of 12,000 calls, but not of 4,000", async () => {
    const [a, b] = variantsOf(await runSimulated(closed, { callNs: cost }));
    expect(a.quantiles.map(({ p }) => p)).toEqual([0.5, 0.9, 0.99, 0.999, 1]);
    expect(b.quantiles.map(({ p }) => p)).toEqual([0.5, 0.9, 0.99, 1]);
    const [slow] = variantsOf(await runSimulated(closed, { callNs: () => 1e9 }));
    expect(slow).toMatchObject({ calls: 6, quantiles: [{ p: 1, ns: 1e9, interval: [1e9, 1e9] }] });
  });

  it("are pooled, never averaged", async () => {
    // one worker in six is a hundred times slow: that moves the pooled p99.9, and the mean of six would be far off
    const noise = {
      callNs: () => 1e5,
      disturbance: (run: number) => (run === 2 ? 100 : 1),
      resolutionUs: 200,
    };
    const [a] = variantsOf(await runSimulated(specOf(["a"], { latencies: { ms: 200 } }), noise));
    expect(a.calls).toBe(5 * 2000 + 20);
    expect(quantile(a, 0.99) / 2e5).toBeLessThanOrEqual(1.01);
    expect(Math.abs(quantile(a, 0.999) / 1e7 - 1)).toBeLessThan(0.02);
  });

  it("give every variant of every replicate a fresh worker, in mirrored order, with equal inputs", async () => {
    const host = simulate({ callNs: cost });
    const { result, progress } = await runToEnd(closed, { host, seed: 3 });
    const jobs = host.jobs.filter((job): job is LatencyJob => job.kind === "latencies");
    expect(jobs.map(({ variant }) => variant)).toEqual(result.harness.order.flat().map((v) => "ab"[v]));
    expect(result.harness.order[1]).toEqual(result.harness.order[0].toReversed());
    expect(jobs.map(({ seed }) => seed)).toEqual(jobs.map((_, i) => jobs[i - (i % 2)].seed));
    expect(progress.map(({ phase }) => phase)).toEqual([
      "clock",
      "pilot",
      "pilot",
      ...Array(6).fill("measure"),
    ]);
    for (const { sentence } of progress) expect(sentence).not.toMatch(/faster|slower|ns|%/);
  });

  it("take about 10 s where the Spec names no time, and as many replicates as asked for", async () => {
    const result = await runSimulated(specOf(["a", "b"], { latencies: {} }), { callNs: () => 1e6 });
    expect(result.elapsedMs).toBeGreaterThan(9000);
    expect(result.elapsedMs).toBeLessThan(10_200);
    const slow = await runSimulated(specOf(["a", "b"], { latencies: {} }), { callNs: () => 200e6 });
    expect(slow.elapsedMs).toBeLessThan(10_500);
    const long = await runSimulated(closed, { callNs: cost }, { blocks: 9 });
    expect(variantsOf(long)[0].replicates).toHaveLength(9);
  });

  it("are the same again with the same seed", async () => {
    const run = async () => ({
      ...(await runSimulated(closed, { callNs: cost, sliceNoise: 0.2 })),
      createdAt: "",
    });
    expect(await run()).toEqual(await run());
  });
});

describe("under a machine that stalls for 100 ms", () => {
  const stalls: Simulation = {
    callNs: () => 1e5,
    stall: { everyMs: 500, ms: 100 },
    spawnMs: 0,
    resolutionUs: 1,
  };

  it("a closed loop sees one slow call, an open loop all that were due meanwhile", async () => {
    const loop = specOf(["a"], { latencies: { load: { kind: "closed" }, ms: 900 } });
    const [one] = variantsOf(await runSimulated(loop, stalls));
    const [many] = variantsOf(await runSimulated(open(1000, 900), stalls));
    // 0.1 ms a call: 8,000 and 900 calls in a replicate; a stall of 100 ms delays 111 calls due each ms, by 100.1, 99.2, … ms
    const delayed = Array.from({ length: 112 }, (_, i) => Math.max(0.1, 100.1 - 0.9 * i));
    const all = [...Array(900 - 112).fill(0.1), ...delayed].sort((x, y) => x - y);
    for (const p of [0.5, 0.9, 0.99]) {
      const truth = 1e6 * all[Math.ceil(p * 900 - 1e-9) - 1];
      expect(Math.abs(quantile(many, p) / truth - 1), `p = ${p}`).toBeLessThan(0.02);
    }
    expect(Math.abs(quantile(one, 0.99) / 1e5 - 1)).toBeLessThan(0.02);
    expect(Math.abs(quantile(one, 1) / 100.1e6 - 1)).toBeLessThan(0.02);
    expect(quantile(many, 0.99) / quantile(one, 0.99)).toBeGreaterThan(900);
  });

  it("a stall at the end of the time is no overload", async () => {
    const result = await runSimulated(open(1000), { ...stalls, stall: { everyMs: 1000, ms: 100 } });
    expect(codes(result)).not.toContain("overload");
  });
});

describe("what single calls cannot tell", () => {
  it.each([
    [5, 92_000, true],
    [5, 102_000, false],
    [100, 1e6, true],
    [100, 2.3e6, false],
  ])("with clock steps of %d us, calls of %d ns raise the warning: %o", async (resolutionUs, ns, warned) => {
    const result = await runSimulated(closed, { callNs: () => ns, resolutionUs });
    expect(codes(result).includes("short-calls")).toBe(warned);
    expect(result.environment.clock.resolutionUs).toBe(resolutionUs);
  });

  it("a coarse clock keeps the mean of short calls", async () => {
    const result = await runSimulated(specOf(["a"], { latencies: { ms: 50 } }), {
      callNs: () => 1300,
      resolutionUs: 100,
      dithered: true,
    });
    const [a] = variantsOf(result);
    expect(Math.abs(a.meanNs / 1300 - 1)).toBeLessThan(0.15);
    expect(a.histogram.every(([bound]) => bound === 0 || bound >= 99_000)).toBe(true);
  });

  it("calls that come faster than they are served raise the alarm", async () => {
    const result = await runSimulated(open(2000, 100), { callNs: () => 1e6 });
    expect(codes(result)).toEqual(["overload"]);
    expect(variantsOf(result)[0].calls).toBe(6 * 200);
  });
});

describe("a run of latencies", () => {
  it("ends before any time when the answers differ", async () => {
    const answer = (name: string) => ({ digest: name, preview: name });
    const host = simulate({ callNs: cost, answer });
    const { result } = await runToEnd(closed, { host, seed: 1 });
    expect(result).toMatchObject({ kind: "latencies", latencies: null });
    expect(codes(result)).toEqual(["wrong-answer"]);
    expect(host.jobs.map(({ kind }) => kind)).toEqual(["floor", "trial", "trial"]);
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("stops at once", async () => {
    const stop = new AbortController();
    const onJob = (job: { kind: string }) => job.kind === "latencies" && stop.abort();
    const host = simulate({ callNs: cost, onJob });
    await expect(runToEnd(closed, { host, signal: stop.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(host.jobs.filter(({ kind }) => kind === "latencies")).toHaveLength(1);
  });

  it("measures a replicate again when the tab was hidden", async () => {
    const result = await runSimulated(closed, { callNs: cost, hidden: (run) => run === 3 });
    expect(result.discarded).toEqual([{ block: 1, reason: "the tab was hidden" }]);
    expect(codes(result)).toEqual(["hidden"]);
    expect(variantsOf(result)[0].replicates).toHaveLength(6);
  });

  it.each<[string, Simulation, Spec]>([
    ["a heavy tail", { callNs: cost, sliceNoise: 0.3, gc: { chance: 0.1, ms: 5 } }, closed],
    [
      "a long queue",
      { callNs: () => 2e5, resolutionUs: 0.1 },
      specOf(["a", "b"], {
        latencies: { load: { kind: "open", perSecond: 20_000 }, ms: 700 },
      }),
    ],
    ["every time there is", spreadOut(), specOf(["a", "b"], { latencies: { ms: 500 } })],
  ])("exports no more than 40 kB with %s, which reads back as it was", async (_, simulation, spec) => {
    const result = await runSimulated(spec, simulation);
    const text = JSON.stringify(result);
    expect(text.length).toBeLessThanOrEqual(40_000);
    expect(parseResult(JSON.parse(text))).toEqual(result);
  });
});

/** Calls from 1 us to 100 ms, each decade taking equal time. */
function spreadOut(): Simulation {
  let turn = 0;
  return { callNs: () => 1000 * 10 ** (5 * ((turn++ * 0.618034) % 1) ** 4), resolutionUs: 0.1 };
}

describe("claims on latencies", async () => {
  const spec = specOf(["a", "b"], { latencies: { ms: 200 } });
  const result = await runSimulated(spec, {
    callNs: cost,
    noise: noiseModels["normal, 2 %"],
    sliceNoise: 0.05,
  });
  const judge = (rest: object) =>
    judgeClaims({ ...spec, claims: [{ says: "so", of: "b", ...rest }] }, result)[0];

  it.each<[object, string]>([
    [{ at: { quantile: 0.99 }, atLeast: 2.5, atMost: 3.5 }, "holds"],
    [{ at: { quantile: 0.99 }, atLeast: 4 }, "does not hold"],
    [{ atLeast: 2.5, atMost: 3.5 }, "holds"],
    [{ at: { quantile: 0.99 }, overAt: { quantile: 0.5 }, atLeast: 3.05 }, "holds"],
    [{ of: "a", over: "b", at: { quantile: 0.9 }, atMost: 0.5 }, "holds"],
    [{ at: { quantile: 0.999 }, atLeast: 0.1 }, "undecided"],
    [{ at: { quantile: 0.95 }, atLeast: 0.1 }, "undecided"],
    [{ of: "z", at: { quantile: 0.99 }, atLeast: 0.1 }, "undecided"],
  ])("%o %s", (rest, state) => {
    expect(judge(rest).state).toBe(state);
  });

  it("take the ratio of the pooled quantiles, inside its interval", () => {
    const { ratio, interval } = judge({ at: { quantile: 0.9 } });
    const [a, b] = variantsOf(result);
    expect(ratio).toBeCloseTo(quantile(b, 0.9) / quantile(a, 0.9), 12);
    expect(interval?.[0]).toBeLessThanOrEqual(ratio ?? 0);
    expect(interval?.[1]).toBeGreaterThanOrEqual(ratio ?? 9);
  });

  it("on two variants shorter than the clock can time stay undecided", async () => {
    const short = await runSimulated(spec, { callNs: cost, resolutionUs: 100 });
    expect(
      judgeClaims({ ...spec, claims: [{ says: "so", of: "b", atLeast: 1 }] }, short)[0].ratio,
    ).toBeNull();
  });

  it("count a time below one step of the clock as one step", async () => {
    const callNs = (name: string) => (name === "a" ? 2000 : 1e7);
    const uneven = await runSimulated(spec, { callNs, resolutionUs: 1000 });
    expect(
      judgeClaims({ ...spec, claims: [{ says: "so", of: "b", atLeast: 1 }] }, uneven)[0].ratio,
    ).toBeNull();
    const fine = await runSimulated(specOf(["a", "b"], { latencies: { ms: 100 } }), { callNs });
    expect(judgeClaims({ ...spec, claims: [{ says: "so", of: "b", atLeast: 1 }] }, fine)[0].ratio).toBe(2000);
  });
});

it.each<[object, string]>([
  [{ ms: 0 }, "latencies.ms: 0; give more than 0 and at most 10000"],
  [{ ms: 60_000 }, "latencies.ms: 60000; give"],
  [{ load: { kind: "half" } }, 'latencies.load.kind: "half"; give "closed" or "open"'],
  [{ load: { kind: "open" } }, "latencies.load.perSecond: undefined; give calls per second"],
  [{ load: { kind: "open", perSecond: Number.NaN } }, "latencies.load.perSecond: NaN"],
])("a Spec with latencies %o is refused with the field and the fix", async (latencies, message) => {
  const run = bench(specOf(["a"], { latencies: latencies as Spec["latencies"] }), {
    host: simulate({ callNs: cost }),
  });
  await expect(run.next()).rejects.toThrow(message);
});

it("an experiment has one shape", async () => {
  const two = specOf(["a"], { latencies: {}, timeline: {} });
  await expect(bench(two, { host: simulate({ callNs: cost }) }).next()).rejects.toThrow(
    "latencies and timeline: an experiment has one of them",
  );
});
