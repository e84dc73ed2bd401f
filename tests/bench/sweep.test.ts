import { describe, expect, it } from "vitest";
import type { SweepJob } from "../../src/bench/host.ts";
import { parseResult } from "../../src/bench/schema/validate.ts";
import { runSimulated, runToEnd, specOf } from "./helpers.ts";
import { simulate } from "./simulated-host.ts";

const values = [1, 10, 100, 1000];
const spec = specOf(["list", "set"], { sweep: { n: values } });
const cost = { callNs: (name: string, n: number) => (name === "list" ? 10 * n : 300), floorNs: 1 };

describe("a sweep", () => {
  it("gives every variant at every value one time for each replicate", async () => {
    const { sweep, kind, harness, comparisons } = await runSimulated(spec, cost);
    expect(kind).toBe("sweep");
    expect(comparisons).toEqual([]);
    expect(harness.blocks).toBe(5);
    expect(sweep).toMatchObject({ variable: "n", values });
    expect(sweep?.points.map(({ variant, at }) => [variant, at.n])).toEqual(
      ["list", "set"].flatMap((name) => values.map((n) => [name, n])),
    );
    for (const { runs, typicalNs, interval, coverage, variant, at } of sweep?.points ?? []) {
      expect(runs).toHaveLength(5);
      expect(interval).toEqual([Math.min(...runs), Math.max(...runs)]);
      expect(coverage).toBeCloseTo(0.9375, 9);
      expect(Math.abs(typicalNs / cost.callNs(variant, at.n) - 1)).toBeLessThan(0.01);
    }
  });

  it("takes each variant through all values in one worker, mirrored in every second replicate", async () => {
    const host = simulate(cost);
    await runToEnd(spec, { host, seed: 2 });
    const jobs = host.jobs.filter((job): job is SweepJob => job.kind === "sweep");
    expect(jobs).toHaveLength(10);
    const orders = jobs.map(({ points }) => points.map(({ at }) => at.n));
    for (const order of orders) expect(order.toSorted((a, b) => a - b)).toEqual(values);
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0].toReversed());
    expect(jobs.slice(2, 4).map(({ variant }) => variant)).toEqual(
      jobs
        .slice(0, 2)
        .map(({ variant }) => variant)
        .toReversed(),
    );
  });

  it("stays within its 10 s, with large inputs too", async () => {
    const slow = { callNs: (_: string, n: number) => 5000 * n, setupMs: (_: string, n: number) => n / 10 };
    const { elapsedMs } = await runSimulated(spec, slow);
    expect(elapsedMs).toBeLessThan(10_500);
  });

  it("names the value at which an answer is wrong", async () => {
    const answer = (name: string, n: number) => ({
      digest: name === "set" && n === 100 ? "1" : "0",
      preview: `${name}!`,
    });
    const { sweep, warnings } = await runSimulated(spec, { ...cost, answer });
    expect(sweep).toBeNull();
    expect(warnings[0].sentence).toContain("at n = 100, list returned list!, but set returned set!.");
  });

  it("runs a replicate again when the tab was hidden", async () => {
    const { discarded, sweep } = await runSimulated(spec, { ...cost, hidden: (run) => run === 1 });
    expect(discarded).toEqual([{ block: 0, reason: "the tab was hidden" }]);
    expect(sweep?.points[0].runs).toHaveLength(5);
  });

  it("tells its progress without a time measured", async () => {
    const { progress } = await runToEnd(spec, { host: simulate(cost), seed: 1 });
    expect(progress.map(({ phase }) => phase)).toEqual([
      "clock",
      "pilot",
      "pilot",
      ...Array(5).fill("measure"),
    ]);
    for (const { sentence } of progress) expect(sentence).not.toMatch(/faster|slower|ns|%/);
  });

  it("reads back as it was", async () => {
    const result = await runSimulated(spec, cost);
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });
});
