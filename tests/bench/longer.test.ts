// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { judgeClaims } from "../../src/bench/claims.ts";
import { describeVerdict } from "../../src/bench/describe.ts";
import { type ExperimentContext, experiment } from "../../src/bench/experiment/experiment.ts";
import { earlierVerdicts, longerHelps, longerRun } from "../../src/bench/experiment/longer.ts";
import type { Comparison, Result, Spec, Verdict } from "../../src/bench/types.ts";
import { OwnResults } from "../../src/notebook/run/own-results.ts";
import { runSimulated, specOf } from "./helpers.ts";
import { gauss, type Simulation, simulate } from "./simulated-host.ts";

const spec = specOf(["a", "b"]);
/** Noise of 6 % a worker: no dozen of blocks can tell whether two equal variants are. */
const noisy: Simulation = { callNs: () => 1000, noise: (_, random) => 0.06 * gauss(random) };
const first = await runSimulated(spec, noisy, { seed: 3 });

function result(verdict: Verdict, blocks: number, codes: string[] = []): Result {
  const comparisons = [{ ...first.comparisons[0], verdict }];
  const warnings = codes.map((code) => ({ code, sentence: "", next: "" }));
  return {
    ...first,
    comparisons,
    warnings,
    harness: { ...first.harness, blocks, order: Array(blocks).fill([0, 1]) },
  };
}

function onPage(finished: ExperimentContext["finished"] = () => {}, own: Result | null = null) {
  const clicks: string[] = [];
  const runLonger = () => clicks.push("longer");
  const context = { name: "x", hash: "h", recorded: [], own, host: simulate(noisy), finished, runLonger };
  return { element: experiment(spec, context), clicks };
}

const options = { signal: new AbortController().signal, progress: () => {}, seed: 3 };
const button = (element: HTMLElement) => element.querySelector<HTMLButtonElement>("button.hp-longer");

describe("a longer run", () => {
  it.each<[Verdict, number, string[], boolean]>([
    ["unclear", 12, [], true],
    ["unclear", 6, ["few-blocks"], true],
    ["same", 6, ["few-blocks"], true],
    ["slower", 12, ["two-speeds"], true],
    ["slower", 12, ["battery", "gc"], false],
    ["same", 12, [], false],
    ["unclear", 25, ["two-speeds"], false],
  ])("after %s in %d blocks with warnings %j: offered is %s", (verdict, blocks, codes, offered) => {
    expect(longerHelps(result(verdict, blocks, codes), spec)).toBe(offered);
  });

  it("is not offered where nothing was timed", () => {
    expect(longerHelps({ ...result("unclear", 0), comparisons: [] }, spec)).toBe(false);
  });

  it("has 25 blocks, each with half as much time again as it had before", () => {
    expect(longerRun({ ...first, elapsedMs: 2500 })).toEqual({
      blocks: 25,
      budgetMs: 25 * 1.5 * (2800 / 12),
    });
    const slow = { ...result("unclear", 6), elapsedMs: 6000 };
    expect(longerRun(slow)).toEqual({ blocks: 25, budgetMs: 37_500 });
  });

  describe("of a sweep", async () => {
    const swept = { ...spec, sweep: { n: [1, 2] } };
    const short = await runSimulated(swept, noisy, { seed: 3 });
    const claiming = (atLeast: number): Spec => ({
      ...swept,
      claims: [{ says: "b is slower", of: "b", at: { n: 2 }, atLeast }],
    });
    const [, high] = judgeClaims(claiming(1), short)[0].interval ?? [0, 0];

    it("is offered while a claim is undecided, and not once it is decided", () => {
      expect(longerHelps(short, claiming(high * 0.9999))).toBe(true);
      expect(longerHelps(short, claiming(high * 1.5))).toBe(false);
      expect(longerHelps(short, swept)).toBe(false);
    });

    it("has 11 replicates, each with half as much time again, and is the last word", async () => {
      const { blocks, budgetMs } = longerRun(short);
      expect(blocks).toBe(11);
      expect(budgetMs).toBeCloseTo((11 * 1.5 * short.elapsedMs) / 5, 6);
      const long = await runSimulated(swept, noisy, { seed: 4, blocks, budgetMs });
      expect(long.harness.order).toHaveLength(11);
      expect(long.elapsedMs).toBeLessThan(budgetMs);
      const [, top] = judgeClaims(claiming(1), long)[0].interval ?? [0, 0];
      expect(longerHelps(long, claiming(top * 0.9999))).toBe(false);
    });

    it("leaves what the first one said beside it", () => {
      const [line] = earlierVerdicts([short], claiming(high * 0.9999));
      expect(line).toMatch(
        /^An earlier run of 5 replicates, which is not pooled with this one: “b is slower” was undecided \(0\.\d{3} to 1\.\d{3} times\)\.$/,
      );
    });
  });

  it("is not offered where busy cores decided that nothing can be said", async () => {
    const parallel = { ...spec, parallel: { workers: [1, 2] } };
    const claims = [{ says: "b is slower", of: "b", at: { workers: 2 }, atLeast: 1 }];
    const run = await runSimulated(parallel, noisy, { seed: 3 });
    const withScaling = (ratio: number): Result => ({
      ...run,
      parallel: run.parallel && { ...run.parallel, scaling2: { ratio, interval: [ratio, ratio] } },
    });
    const [{ interval }] = judgeClaims({ ...parallel, claims }, withScaling(2));
    const open = { ...parallel, claims: [{ ...claims[0], atLeast: (interval?.[1] ?? 0) * 0.9999 }] };
    expect(longerHelps(withScaling(2), open)).toBe(true);
    expect(longerHelps(withScaling(1.1), open)).toBe(false);
  });

  it("keeps warm-up and slices, and takes no more than the time that the button tells", async () => {
    const { harness, elapsedMs, variants } = await runSimulated(spec, noisy, longerRun(first));
    expect(harness.blocks).toBe(25);
    expect(harness.warmUpMs).toBe(first.harness.warmUpMs);
    expect(variants[0].workers[0].slices.length).toBeGreaterThanOrEqual(
      first.variants[0].workers[0].slices.length,
    );
    expect(elapsedMs).toBeLessThan(longerRun(first).budgetMs);
  });

  it("after which nobody is told to run longer", () => {
    const { blocks: _, ...rest } = first.comparisons[0];
    const unclear = (count: number): Comparison => ({
      ...rest,
      verdict: "unclear",
      blocks: Array(count).fill(1),
    });
    expect(describeVerdict(unclear(12), 0.03)).toContain("Run longer");
    expect(describeVerdict(unclear(25), 0.03)).not.toContain("Run longer");
  });
});

describe("the experiment on the page", () => {
  it("offers a longer run, with its time, after a verdict that is unclear", async () => {
    const { element, clicks } = onPage();
    expect(button(element)).toBeNull();
    await element.run(options);
    expect(element.value.own?.comparisons[0].verdict).toBe("unclear");
    expect(button(element)?.textContent).toBe("Run longer (up to 9 s)");
    button(element)?.click();
    expect(clicks).toEqual(["longer"]);
  });

  it("keeps both runs apart: the longer one is the answer, the first stays as the earlier one", async () => {
    const kept = new OwnResults();
    const { element } = onPage((run) => kept.keep("x", { ...run, edits: new Map() }));
    const short = await element.run(options);
    const long = await element.run({ ...options, seed: undefined, longer: true });
    expect(long.harness.blocks).toBe(25);
    expect(long.harness.seed).not.toBe(short.harness.seed);
    expect(long.comparisons[0].blocks).toHaveLength(25);
    expect(element.value).toMatchObject({ own: long, earlier: [short] });
    expect(element.querySelector(".hp-earlier")?.textContent).toMatch(
      /^An earlier run of 12 blocks, which is not pooled with this one: b took .* times the time of a, unclear\.$/,
    );
    expect(button(element)).toBeNull();
    expect(kept.record("p/q")).toMatchObject({ results: { x: long }, earlier: { x: [short] } });
  });

  it("forgets the earlier run when a run of the usual length starts over, and on Reset", async () => {
    const kept = new OwnResults();
    const { element } = onPage((run) => kept.keep("x", { ...run, edits: new Map() }), first);
    await element.run({ ...options, longer: true });
    expect(kept.of("x")?.earlier).toEqual([first]);
    await element.run(options);
    expect(element.value.earlier).toEqual([]);
    expect(element.querySelector(".hp-earlier")).toBeNull();
    expect(kept.record("p/q")).not.toHaveProperty("earlier");
    kept.clear();
    expect(kept.of("x")).toBeUndefined();
  });

  it("keeps the first run as it was when the longer one is stopped", async () => {
    const { element } = onPage(() => {}, first);
    const stop = new AbortController();
    const run = element.run({ ...options, signal: stop.signal, progress: () => stop.abort(), longer: true });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(element.value).toMatchObject({ own: first, earlier: [] });
    expect(button(element)).not.toBeNull();
  });

  it("offers none once the inputs have changed", () => {
    const context = {
      name: "x",
      hash: "h",
      recorded: [],
      own: first,
      host: simulate(noisy),
      finished: () => {},
    };
    const element = experiment({ ...spec, params: { n: 4 } }, { ...context, runLonger: () => {} });
    expect(element.querySelector(".hp-stale")).not.toBeNull();
    expect(button(element)).toBeNull();
  });
});
