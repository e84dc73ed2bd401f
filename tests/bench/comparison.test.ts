import { describe, expect, it } from "vitest";
import { bench } from "../../src/bench/bench.ts";
import type { MeasureJob } from "../../src/bench/host.ts";
import { parseResult } from "../../src/bench/schema/validate.ts";
import { runSimulated, runToEnd, specOf } from "./helpers.ts";
import { noiseModels } from "./noise.ts";
import { simulate } from "./simulated-host.ts";

const aAgainstB = { callNs: (name: string) => (name === "b" ? 1500 : 1000) };

describe("a comparison", () => {
  it("finds the ratio of variant to baseline", async () => {
    const { comparisons } = await runSimulated(specOf(["a", "b"]), aAgainstB);
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]).toMatchObject({ variant: "b", baseline: "a", verdict: "slower" });
    expect(comparisons[0].ratio).toBeCloseTo(1.5, 2);
    expect(comparisons[0].coverage).toBeCloseTo(0.9614, 4);
  });

  it("compares with the baseline that is named", async () => {
    const { comparisons } = await runSimulated(specOf(["a", "b"], { baseline: "b" }), aAgainstB);
    expect(comparisons[0]).toMatchObject({ variant: "a", baseline: "b", verdict: "faster" });
    expect(comparisons[0].ratio).toBeCloseTo(1 / 1.5, 2);
  });

  it("widens its intervals with every variant more (Bonferroni)", async () => {
    const { comparisons } = await runSimulated(specOf(["a", "b", "c"]), aAgainstB, { blocks: 12 });
    expect(comparisons.map(({ coverage }) => coverage)).toEqual([
      expect.closeTo(0.9937, 4),
      expect.closeTo(0.9937, 4),
    ]);
  });

  it("gives every variant of every block a worker of its own, in the order recorded", async () => {
    const host = simulate(aAgainstB);
    const { result } = await runToEnd(specOf(["a", "b", "c"]), { host, seed: 5 });
    const measured = host.jobs.filter((job): job is MeasureJob => job.kind === "measure");
    expect(measured.map(({ variant }) => variant)).toEqual(result.harness.order.flat().map((v) => "abc"[v]));
    for (const [v, { workers }] of result.variants.entries()) {
      expect(workers).toHaveLength(result.harness.blocks);
      for (const { block, position } of workers) expect(result.harness.order[block][position]).toBe(v);
    }
  });

  it("gives all variants of a block the same inputs, and each block others", async () => {
    const host = simulate(aAgainstB);
    await runToEnd(specOf(["a", "b"]), { host, seed: 5 });
    const seeds = host.jobs.filter(({ kind }) => kind === "measure").map((job) => (job as MeasureJob).seed);
    for (let i = 0; i < seeds.length; i += 2) expect(seeds[i + 1]).toBe(seeds[i]);
    expect(new Set(seeds).size).toBe(seeds.length / 2);
    const pilots = host.jobs.filter((job) => job.kind === "pilot");
    expect(new Set(pilots.map(({ seed }) => seed)).size).toBe(1);
  });

  it("keeps the number of calls, inputs and slices for the whole run", async () => {
    const host = simulate({
      ...aAgainstB,
      setupMs: (name) => (name === "a" ? 1 : 3),
      noise: noiseModels["normal, 2 %"],
    });
    const { result } = await runToEnd(specOf(["a", "b"]), { host, seed: 5 });
    const measured = host.jobs.filter((job): job is MeasureJob => job.kind === "measure");
    for (const name of ["a", "b"]) {
      expect(new Set(measured.filter(({ variant }) => variant === name).map(({ n }) => n)).size).toBe(1);
    }
    expect(new Set(measured.map(({ slices }) => slices)).size).toBe(1);
    // b takes 3 ms to make one, so six are all that fit
    expect(new Set(measured.map(({ inputs }) => inputs))).toEqual(new Set([6]));
    expect(result.harness.inputs).toBe(6);
  });

  it("is the same again with the same seed", async () => {
    const simulation = { ...aAgainstB, noise: noiseModels["normal, 2 %"] };
    const runs = [1, 2].map(() => runSimulated(specOf(["a", "b"]), simulation, { seed: 9 }));
    const [one, two] = (await Promise.all(runs)).map((result) => ({ ...result, createdAt: "" }));
    expect(one).toEqual(two);
  });

  it("takes the worker as the unit: the time of a worker is the median of its slices", async () => {
    const simulation = { ...aAgainstB, gc: { chance: 0.3, ms: 4 }, seed: 3 };
    const { variants, comparisons } = await runSimulated(specOf(["a", "b"]), simulation);
    const middle = (values: number[]) => {
      const sorted = values.toSorted((x, y) => x - y);
      return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
    };
    const [a, b] = variants.map(({ workers }) => workers.map(({ slices }) => middle(slices)));
    expect(variants[0].typicalNs).toBeCloseTo(middle(a), 6);
    for (const [i, ratio] of comparisons[0].blocks.entries()) expect(ratio).toBeCloseTo(b[i] / a[i], 9);
    expect(comparisons[0].ratio).toBeCloseTo(Math.exp(middle(comparisons[0].blocks.map(Math.log))), 9);
  });

  it("is not fooled by a machine that steadily slows down", async () => {
    const { comparisons } = await runSimulated(specOf(["a", "b"]), {
      callNs: () => 1000,
      driftPerSecond: 0.2,
    });
    expect(Math.abs(comparisons[0].ratio - 1)).toBeLessThan(0.002);
  });

  it("calls no function of the Spec", async () => {
    await expect(
      runSimulated(specOf(["a", "b"], { check: () => expect.fail() }), aAgainstB),
    ).resolves.toBeDefined();
  });

  it("ends within its budget when calls take milliseconds and set-up takes 20 to 90", async () => {
    for (const setupMs of [20, 50, 90]) {
      const simulation = {
        callNs: () => 4e6,
        setupMs: () => setupMs,
        spawnMs: 20,
        noise: noiseModels["normal, 2 %"],
      };
      const { elapsedMs, harness } = await runSimulated(specOf(["a", "b"]), simulation);
      expect(elapsedMs).toBeLessThanOrEqual(3000);
      expect(harness.blocks).toBeGreaterThanOrEqual(6);
    }
  });

  it("exports no more than 40 kB, which reads back as it was", async () => {
    const simulation = { ...aAgainstB, noise: noiseModels["normal, 2 %"], sliceNoise: 0.01 };
    const result = await runSimulated(specOf(["a", "b"]), simulation);
    const text = JSON.stringify(result);
    expect(text.length).toBeLessThan(40_000);
    expect(parseResult(JSON.parse(text))).toEqual(result);
  });
});

describe("progress", () => {
  it("tells phases and counts, and neither a time nor a verdict", async () => {
    const { progress } = await runToEnd(specOf(["a", "b"]), { host: simulate(aAgainstB), seed: 1 });
    expect(progress.map(({ phase }) => phase)).toEqual([
      "clock",
      "pilot",
      "pilot",
      ...Array(12).fill("measure"),
    ]);
    for (const step of progress) {
      expect(Object.keys(step).sort()).toEqual(["done", "of", "phase", "sentence"]);
      expect(step.sentence).not.toMatch(/faster|slower|same|unclear|ns|×|%/);
    }
    expect(progress.at(-1)).toMatchObject({ done: 11, of: 12 });
  });

  it("says beforehand when it will take longer than the budget", async () => {
    const { progress } = await runToEnd(specOf(["a", "b"]), {
      host: simulate({ callNs: () => 2e8 }),
      seed: 1,
    });
    expect(progress.find(({ phase }) => phase === "measure")?.sentence).toMatch(/about \d+ s to go/);
  });
});

describe("a run that is stopped", () => {
  it("throws an AbortError and starts no further worker", async () => {
    const stop = new AbortController();
    const host = simulate({
      ...aAgainstB,
      onJob: () => {
        if (host.jobs.length === 6) stop.abort();
      },
    });
    const run = runToEnd(specOf(["a", "b"]), { host, seed: 1, signal: stop.signal });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(host.jobs).toHaveLength(6);
  });

  it("between two workers starts none", async () => {
    const stop = new AbortController();
    const host = simulate(aAgainstB);
    const run = bench(specOf(["a", "b"]), { host, seed: 1, signal: stop.signal });
    for (let step = await run.next(); !step.done && step.value.phase !== "measure"; ) step = await run.next();
    const started = host.jobs.length;
    stop.abort();
    await expect(run.next()).rejects.toMatchObject({ name: "AbortError" });
    expect(host.jobs).toHaveLength(started);
  });

  it("does nothing at all if it was stopped before", async () => {
    const host = simulate(aAgainstB);
    const run = bench(specOf(["a"]), { host, signal: AbortSignal.abort() });
    await expect(run.next()).rejects.toMatchObject({ name: "AbortError" });
    expect(host.jobs).toHaveLength(0);
  });
});

describe("answers", () => {
  it("that differ end the run before any time is shown, with names and values", async () => {
    const answer = (name: string) =>
      name === "b" ? { digest: "1", preview: "[1, 3]" } : { preview: "[1, 2]" };
    const result = await runSimulated(specOf(["a", "b"]), { ...aAgainstB, answer });
    expect(result).toMatchObject({ variants: [], comparisons: [] });
    const warning = result.warnings.find(({ code }) => code === "wrong-answer");
    expect(warning?.sentence).toContain("a returned [1, 2], but b returned [1, 3].");
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("that the check refuses do too", async () => {
    const answer = (name: string) => ({ right: name !== "a", preview: "42" });
    const { warnings, comparisons } = await runSimulated(specOf(["a", "b"]), { ...aAgainstB, answer });
    expect(comparisons).toEqual([]);
    expect(warnings[0].sentence).toContain("a returned 42, which the check refuses.");
  });

  it("that differ are right when the check accepts them", async () => {
    const answer = (name: string) => ({ right: true, digest: name });
    const { comparisons } = await runSimulated(specOf(["a", "b"]), { ...aAgainstB, answer });
    expect(comparisons).toHaveLength(1);
  });
});

describe("a block is measured again", () => {
  it("if the tab was hidden, and the new one counts", async () => {
    const result = await runSimulated(specOf(["a", "b"]), { ...aAgainstB, hidden: (run) => run === 4 });
    expect(result.discarded).toEqual([{ block: 2, reason: "the tab was hidden" }]);
    expect(result.variants[0].workers.map(({ block }) => block)).toEqual([...Array(12).keys()]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["hidden"]);
  });

  it("if the machine's speed changed by more than 10 % inside it", async () => {
    const result = await runSimulated(specOf(["a", "b"]), {
      ...aAgainstB,
      disturbance: (run) => (run === 7 ? 1.2 : 1),
    });
    expect(result.discarded).toEqual([
      { block: 3, reason: "the reference kernel differed by 20 % between its workers" },
    ]);
    expect(result.comparisons[0].blocks.every((ratio) => Math.abs(ratio - 1.5) < 0.02)).toBe(true);
  });

  it("never for the times of its variants", async () => {
    const result = await runSimulated(specOf(["a", "b"]), {
      ...aAgainstB,
      noise: (name, random) => (name === "b" && random() < 0.5 ? 3 : 0),
    });
    expect(result.discarded).toEqual([]);
  });

  it("three times in a run at most; then disturbed blocks are kept or left out, and the reader is told", async () => {
    const host = simulate({ ...aAgainstB, disturbance: (run) => (run % 2 ? 1.2 : 1) });
    const { result } = await runToEnd(specOf(["a", "b"]), { host, seed: 1 });
    expect(host.jobs.filter(({ kind }) => kind === "measure")).toHaveLength(2 * (12 + 3));
    expect(result.discarded).toHaveLength(3 + 12 - result.harness.blocks);
    expect(result.warnings.map(({ code }) => code)).toContain("interrupted");
  });
});

describe("near the floor", () => {
  it("the ratio of two variants is refused", async () => {
    const result = await runSimulated(specOf(["a", "b"]), { callNs: () => 2, floorNs: 1 });
    expect(result.environment.floorNs).toBeCloseTo(1, 2);
    expect(result.comparisons).toEqual([]);
    expect(result.warnings.map(({ code }) => code)).toEqual(["near-floor"]);
  });

  it("one variant may be compared with a slower one", async () => {
    const simulation = { callNs: (name: string) => (name === "b" ? 30 : 2), floorNs: 1 };
    const { comparisons, warnings } = await runSimulated(specOf(["a", "b"]), simulation);
    expect(comparisons).toHaveLength(1);
    expect(warnings[0].sentence).toMatch(/^a: /);
  });
});

it("a single variant has a typical time and no comparison", async () => {
  const { variants, comparisons } = await runSimulated(specOf(["a"]), aAgainstB);
  expect(variants[0].typicalNs).toBeCloseTo(1000, 0);
  expect(comparisons).toEqual([]);
});

describe("with somebody else on the core", () => {
  /** slows calls and the reference kernel by 60 % in stretches of 150 ms out of every 400 */
  const neighbour = (ms: number) => (ms % 400 < 150 ? 1.6 : 1);

  it("slices beside a slow reference are set aside, and the interval stays narrow", async () => {
    const result = await runSimulated(specOf(["a", "b"]), { ...aAgainstB, neighbour });
    const workers = result.variants.flatMap((variant) => variant.workers);
    expect(workers.some(({ setAside }) => setAside.length > 0)).toBe(true);
    const slices = workers.flatMap((worker) => worker.slices);
    expect(slices.filter((ns) => ns > 1.2 * 1500).length).toBeLessThan(0.2 * slices.length);
    const [{ ratio, interval }] = result.comparisons;
    expect(ratio).toBeCloseTo(1.5, 1);
    expect(interval[1] / interval[0]).toBeLessThan(1.05);
  });

  it("patience is equal for all variants of a block and ends with the budget", async () => {
    const host = simulate({ ...aAgainstB, neighbour: () => 1.6 });
    const { result } = await runToEnd(specOf(["a", "b"]), { host, seed: 1 });
    const measured = host.jobs.filter((job): job is MeasureJob => job.kind === "measure");
    for (let i = 0; i + 1 < measured.length; i += 2)
      expect(measured[i].patienceMs).toBeCloseTo(measured[i + 1].patienceMs, 0);
    expect(result.elapsedMs).toBeLessThan(3000);
  });

  it("disturbed blocks are left out when the redos are used up, as long as the rest reaches the confidence", async () => {
    const disturbance = (run: number) => (run % 5 === 0 ? 1.6 : 1);
    const result = await runSimulated(specOf(["a", "b"]), { ...aAgainstB, disturbance });
    const left = result.discarded.length - 3;
    expect(left).toBeGreaterThan(0);
    expect(result.harness.blocks).toBe(12 - left);
    expect(result.comparisons[0].blocks).toHaveLength(12 - left);
    expect(result.comparisons[0].blocks.every((ratio) => Math.abs(ratio - 1.5) < 0.02)).toBe(true);
    expect(result.warnings.map(({ code }) => code)).not.toContain("interrupted");
  });
});

it("ends with the blocks it has when workers take longer than the pilots and the time is over", async () => {
  let setups = 0;
  const { harness, comparisons, elapsedMs } = await runSimulated(specOf(["a", "b"]), {
    callNs: () => 1000,
    setupMs: () => (++setups > 8 ? 90 : 5),
  });
  expect(harness.blocks).toBeGreaterThanOrEqual(6);
  expect(harness.blocks).toBeLessThan(12);
  expect(harness.order).toHaveLength(harness.blocks);
  expect(comparisons[0].coverage).toBeGreaterThanOrEqual(0.95);
  expect(elapsedMs).toBeLessThan(3000);
});
