import { describe, expect, it } from "vitest";
import { describeParallel } from "../../../src/bench/parallel/describe.ts";
import { parseResult } from "../../../src/bench/schema/validate.ts";
import type { Spec } from "../../../src/bench/types.ts";
import { runSimulated, runToEnd } from "../helpers.ts";
import { noiseModels } from "../noise.ts";
import { simulate } from "../simulated-host.ts";
import { machine, rate, spec } from "./machine.ts";

describe("a parallel run", async () => {
  const host = simulate(machine);
  const { result, progress } = await runToEnd(spec, { host, seed: 3 });

  it("gives every variant on every number of workers one rate for each replicate", () => {
    expect(result).toMatchObject({ kind: "parallel", comparisons: [], variants: [], sweep: null });
    expect(result.parallel).toMatchObject({ workers: [1, 2, 4], ms: 100 });
    expect(result.parallel?.points.map(({ variant, workers }) => [variant, workers])).toEqual(
      ["apart", "shared"].flatMap((name) => [1, 2, 4].map((count) => [name, count])),
    );
    for (const { runs, perSecond, interval, coverage } of result.parallel?.points ?? []) {
      expect(runs).toHaveLength(5);
      expect(interval).toEqual([Math.min(...runs), Math.max(...runs)]);
      expect(runs).toContain(perSecond);
      expect(coverage).toBeCloseTo(0.9375, 9);
    }
  });

  it("adds up the calls of all workers, and leaves out the time before they are on cores of their own", () => {
    const seen = [1, 2, 4].map((count) => rate(result, "apart", count).perSecond / 1e6);
    for (const [i, truth] of [1, 2, 2].entries()) expect(Math.abs(seen[i] / truth - 1)).toBeLessThan(0.05);
    expect(rate(result, "shared", 2).perSecond / 4e5).toBeCloseTo(1, 1);
  });

  it("knows that two workers that share nothing do twice the work", () => {
    const { ratio, interval } = result.parallel?.scaling2 ?? { ratio: 0, interval: [0, 0] };
    expect(ratio).toBeCloseTo(2, 2);
    expect(interval[0]).toBeLessThanOrEqual(ratio);
    expect(result.warnings).toEqual([]);
  });

  it("runs all sets in every replicate, in the order recorded, every second one mirrored", () => {
    const { order } = result.harness;
    expect(order).toHaveLength(5);
    for (const row of order) expect(row.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(order[1]).toEqual(order[0].toReversed());
    expect(order[3]).toEqual(order[2].toReversed());
    const names = ["apart 1", "apart 2", "apart 4", "shared 1", "shared 2", "shared 4", "gate 1", "gate 2"];
    expect(
      host.sets.map(([job, ...more]) => `${"variant" in job ? job.variant : "gate"} ${more.length + 1}`),
    ).toEqual(order.flat().map((s) => names[s]));
  });

  it("numbers the workers of a set and gives them the same time and seed", () => {
    for (const set of host.sets) {
      expect(set.map(({ worker }) => worker)).toEqual(set.map((_, i) => i));
      for (const { worker, ...rest } of set) expect(rest).toEqual({ ...set[0], worker: undefined });
      expect(set[0]).toMatchObject({ workers: set.length, ms: 100, uncountedMs: 40 });
    }
    const seeds = host.sets.map(([job]) => ("seed" in job ? job.seed : null)).filter((seed) => seed !== null);
    expect(new Set(seeds).size).toBe(5);
  });

  it("tries each variant on one worker before any time is taken", () => {
    expect(host.jobs.slice(1)).toEqual(
      ["apart", "shared"].map((variant) =>
        expect.objectContaining({ kind: "survey", variant, points: [{ worker: 0, workers: 1 }] }),
      ),
    );
  });

  it("tells its progress without a rate measured", () => {
    expect(progress.map(({ phase }) => phase)).toEqual([
      "clock",
      "pilot",
      "pilot",
      ...Array(5).fill("measure"),
    ]);
    for (const { sentence } of progress) expect(sentence).not.toMatch(/faster|slower|times|%/);
    expect(progress.at(-1)?.sentence).toBe("Workers side by side, round 5 of 5, about 1 s to go.");
  });

  it("reads back as it was", () => {
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("says in sentences what more workers gain and how the variants differ on most of them", () => {
    expect(describeParallel(spec, result)).toEqual([
      expect.stringMatching(
        /^apart: 4 workers make (1\.9\d|2\.0\d) times the calls of 1 \(\d\.\d\d to \d\.\d\d\)\.$/,
      ),
      expect.stringMatching(/^shared: 4 workers make 0\.\d\d times the calls of 1 /),
      expect.stringMatching(
        /^On 4 workers: shared is slower than apart by at least \d+ % \(\d.* times the time\)\.$/,
      ),
    ]);
  });
});

it("variants that cannot be told apart are said to be unclear, with the range", async () => {
  const noisy = { ...machine, callNs: () => 1000, noise: noiseModels["two JIT modes, 20 % apart"] };
  const sentences = describeParallel(spec, await runSimulated(spec, noisy));
  expect(sentences.at(-1)).toMatch(
    /^On 4 workers: unclear; shared takes 0\.\d\d to 1\.\d\d times the time of apart\.$/,
  );
});

it("a parallel run keeps its window when the workers' clocks differ from the page's", async () => {
  const clockAheadMs = (worker: number) => (worker === 0 ? 5000 : -5000);
  const result = await runSimulated(spec, { ...machine, cores: { clockAheadMs } });
  // the second worker counts at once, 20 of its 60 ms at half speed
  expect(rate(result, "apart", 2).perSecond / 2e6).toBeCloseTo(0.92, 1);
  expect(result.elapsedMs).toBeLessThan(20_000);
});

it("wrong answers are found before any worker runs beside another", async () => {
  const answer = (name: string) => ({ digest: name, preview: name });
  const host = simulate({ ...machine, answer });
  const { result } = await runToEnd(spec, { host, seed: 3 });
  expect(host.sets).toEqual([]);
  expect(result).toMatchObject({ kind: "parallel", parallel: null });
  expect(result.warnings[0].code).toBe("wrong-answer");
  expect(parseResult(structuredClone(result))).toEqual(result);
});

it("a replicate in which the tab was hidden is run again", async () => {
  const { discarded, parallel } = await runSimulated(spec, { ...machine, hiddenSet: (set) => set === 9 });
  expect(discarded).toEqual([{ block: 1, reason: "the tab was hidden" }]);
  expect(parallel?.points[0].runs).toHaveLength(5);
});

it("Stop ends a parallel run before the next set", async () => {
  const stop = new AbortController();
  const host = simulate({ ...machine, onSet: () => stop.abort() });
  await expect(runToEnd(spec, { host, seed: 3, signal: stop.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(host.sets).toHaveLength(1);
});

it.each<[NonNullable<Spec["parallel"]>, string]>([
  [{ workers: [] }, "parallel.workers: give numbers of workers from 1 to 32, as in [1, 2, 4]"],
  [{ workers: [1, 2.5] }, "parallel.workers: give numbers"],
  [{ workers: [0, 1] }, "parallel.workers: give numbers"],
  [{ workers: [1, 1000] }, "parallel.workers: give numbers"],
  [{ workers: [2, 2] }, "parallel.workers: a number stands twice"],
  [{ workers: [2], ms: 20 }, "parallel.ms: 20 is too short; the system takes some 20 ms"],
  [{ workers: [2], ms: Number.NaN }, "parallel.ms: NaN is too short"],
])("refuses parallel: %o with the field and the fix", async (parallel, message) => {
  await expect(runSimulated({ ...spec, parallel }, machine)).rejects.toThrow(message);
});
