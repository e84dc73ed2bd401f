import { describe, expect, it } from "vitest";
import { parseResult } from "../../src/bench/schema/validate.ts";
import { affordableReplicates, planThrifty } from "../../src/bench/sweep/thrift.ts";
import { runSimulated, specOf } from "./helpers.ts";
import { latency, memories, sizes } from "./machine/synthetic-memory.ts";
import { machine } from "./parallel/machine.ts";

const BUDGET_MS = 5300;
const LOADS = 2048;

/** What building a working set takes: 150 ms for all sizes of a quick machine. */
const setupMs = (_: string, bytes: number) => bytes / 2 ** 20 / 1.5;
const walk = specOf(["cycle"], { sweep: { bytes: sizes }, budgetMs: BUDGET_MS });
const callNs = (_: string, bytes: number) => LOADS * latency(memories["32 KiB, 1 MiB, 4 MiB"], bytes);

describe("a sweep with a budget of its own", () => {
  it.each([
    { resolutionUs: 5, replicates: 5, sliceMs: 2 },
    { resolutionUs: 100, replicates: 5, sliceMs: 3.2 },
    { resolutionUs: 1000, replicates: 3, sliceMs: 8 },
    { resolutionUs: 2000, replicates: 3, sliceMs: 8 },
    { resolutionUs: 5000, replicates: 1, sliceMs: 40 },
  ])("under a clock of $resolutionUs µs runs $replicates times in time", async (wanted) => {
    const { resolutionUs, replicates, sliceMs } = wanted;
    const result = await runSimulated(walk, { callNs, setupMs, resolutionUs, spawnMs: 20 });
    expect(result.harness).toMatchObject({ blocks: replicates, sliceMs });
    expect(result.elapsedMs).toBeLessThan(1.05 * BUDGET_MS);
    for (const { runs, typicalNs, at } of result.sweep?.points ?? []) {
      expect(runs).toHaveLength(replicates);
      // a slice is off by less than a step of the clock
      const off = Math.abs(typicalNs / callNs("", at.bytes) - 1);
      expect(off).toBeLessThan(Math.max(0.02, resolutionUs / 1000 / sliceMs));
    }
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("is shorter on a machine that builds slowly", async () => {
    const slow = (_: string, bytes: number) => 8 * setupMs("", bytes);
    const result = await runSimulated(walk, { callNs, setupMs: slow, resolutionUs: 20, spawnMs: 60 });
    expect(result.harness.blocks).toBeLessThan(5);
    expect(result.elapsedMs).toBeLessThan(1.05 * BUDGET_MS);
  });

  it("sweeps less often when the machine becomes slow meanwhile, and keeps to its time", async () => {
    let built = 0;
    // the survey builds every size once
    const slowing = (_: string, bytes: number) => setupMs("", bytes) * (++built > 2 * sizes.length ? 8 : 1);
    const planned = await runSimulated(walk, { callNs, setupMs });
    const result = await runSimulated(walk, { callNs, setupMs: slowing });
    expect(planned.harness.blocks).toBe(5);
    expect(result.harness.blocks).toBeLessThan(5);
    expect(result.harness.order).toEqual(planned.harness.order.slice(0, result.harness.blocks));
    expect(result.sweep?.points[0].runs).toHaveLength(result.harness.blocks);
    // one replicate may be slower than the one before it
    expect(result.elapsedMs).toBeLessThan(1.3 * BUDGET_MS);
  });

  it("takes the replicates that a caller asks for", async () => {
    const result = await runSimulated(walk, { callNs, setupMs }, { blocks: 2 });
    expect(result.harness.blocks).toBe(2);
  });

  it("has three slices at each point where time allows, so that the median bears a disturbed one", () => {
    const point = { setupMs: 1, callMs: 0.1 };
    for (const resolutionUs of [5, 100, 1000])
      for (const budgetMs of [2000, 10_000]) {
        const variants = [Array.from({ length: 20 }, () => point)];
        const { slices } = planThrifty({ budgetMs, overheadMs: 20, resolutionUs, variants });
        expect(slices).toBeGreaterThanOrEqual(3);
        expect(slices).toBeLessThanOrEqual(8);
      }
  });
});

describe("a parallel run with a budget of its own", () => {
  const pair = specOf(["alone"], { parallel: { workers: [1, 2], ms: 80 } });

  it("runs as many replicates as fit, five at most", async () => {
    const run = (budgetMs?: number) => runSimulated({ ...pair, budgetMs }, machine);
    const replicates = async (budgetMs?: number) => (await run(budgetMs)).harness.blocks;
    expect(await replicates()).toBe(5);
    expect(await replicates(20_000)).toBe(5);
    expect(await replicates(2000)).toBeLessThan(5);
    expect((await run(2000)).elapsedMs).toBeLessThan(2100);
  });

  it("runs once at least", () => {
    expect([10, 100, 300, 10_000].map((budgetMs) => affordableReplicates(budgetMs, 100))).toEqual([
      1, 1, 3, 5,
    ]);
  });
});

describe("a budget in a Spec", () => {
  it("is refused where it would mean nothing, or is too short", async () => {
    const run = (rest: object) => runSimulated(specOf(["a", "b"], rest), { callNs });
    await expect(run({ budgetMs: 2000 })).rejects.toThrow(
      "budgetMs: only a sweep or a parallel run takes one",
    );
    await expect(run({ sweep: { n: [1, 2] }, budgetMs: 10 })).rejects.toThrow("budgetMs: 10 is too short");
    await expect(run({ sweep: { n: [1, 2] }, budgetMs: Number.NaN })).rejects.toThrow("budgetMs: NaN");
  });
});
