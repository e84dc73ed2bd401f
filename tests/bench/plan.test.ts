import { describe, expect, it } from "vitest";
import { planBlocks, planSweep, sliceLength, warmUpLimit } from "../../src/bench/comparison/plan.ts";

const variants = (count: number, setupMs = 0.1, sliceMs = 8) =>
  Array.from({ length: count }, () => ({ setupMs, sliceMs }));

it.each([
  [5, 8],
  [100, 8],
  [1000, 64],
])("under a clock of %i us a slice is %i ms", (resolutionUs, ms) => {
  expect(sliceLength(resolutionUs)).toBe(ms);
});

describe("the plan of a comparison", () => {
  it.each([
    { of: "two small variants", costs: variants(2), blocks: 12, warmUpMs: 32 },
    { of: "three small variants", costs: variants(3), blocks: 12, warmUpMs: 32 },
    { of: "four small variants", costs: variants(4), blocks: 9, warmUpMs: 32 },
    { of: "five small variants", costs: variants(5), blocks: 9, warmUpMs: 16 },
    { of: "two with 20 ms of set-up", costs: variants(2, 20, 10), blocks: 12, warmUpMs: 32 },
    { of: "two with 60 ms of set-up", costs: variants(2, 60, 10), blocks: 9, warmUpMs: 32 },
    { of: "two with 90 ms of set-up", costs: variants(2, 90, 10), blocks: 6, warmUpMs: 32 },
    { of: "two under a clock of 1 ms", costs: variants(2, 0.1, 64), blocks: 6, warmUpMs: 32 },
    { of: "two with 300 ms of set-up", costs: variants(2, 300, 10), blocks: 6, warmUpMs: 16 },
  ])("of $of has $blocks blocks", ({ costs, blocks, warmUpMs }) => {
    const plan = planBlocks({ budgetMs: 2500, overheadMs: 18, variants: costs });
    expect(plan).toMatchObject({ blocks, warmUpMs });
    expect(plan.slices).toBeGreaterThanOrEqual(1);
    expect(plan.slices).toBeLessThanOrEqual(8);
  });

  it("fits the budget, or says by how much it does not", () => {
    const fitting = planBlocks({ budgetMs: 2500, overheadMs: 18, variants: variants(3, 20) });
    expect(fitting.expectedMs).toBeLessThanOrEqual(2500);
    const slow = planBlocks({ budgetMs: 2500, overheadMs: 18, variants: variants(2, 1, 200) });
    expect(slow.expectedMs).toBeGreaterThan(2500);
  });

  it("spends what is left on slices", () => {
    const poor = planBlocks({ budgetMs: 1800, overheadMs: 18, variants: variants(2) });
    const rich = planBlocks({ budgetMs: 2600, overheadMs: 18, variants: variants(2) });
    expect(poor.blocks).toBe(rich.blocks);
    expect(rich.slices).toBeGreaterThan(poor.slices);
  });

  it("never takes so few blocks that Bonferroni's confidence is out of reach", () => {
    expect(planBlocks({ budgetMs: 100, overheadMs: 18, variants: variants(2) }).blocks).toBe(6);
    expect(planBlocks({ budgetMs: 100, overheadMs: 18, variants: variants(3) }).blocks).toBe(9);
    expect(planBlocks({ budgetMs: 100, overheadMs: 18, variants: variants(20) }).blocks).toBe(12);
  });

  it("keeps the number of blocks that was asked for", () => {
    expect(planBlocks({ budgetMs: 100, overheadMs: 18, variants: variants(2), blocks: 25 }).blocks).toBe(25);
  });
});

it("warm-ups may use the time to spare, up to three times their length", () => {
  const plan = { blocks: 12, slices: 2, warmUpMs: 32, expectedMs: 2000 };
  expect(warmUpLimit(plan, -100, 24)).toBe(36);
  expect(warmUpLimit(plan, 240, 24)).toBe(46);
  expect(warmUpLimit(plan, 1e5, 24)).toBe(96);
});

describe("the plan of a sweep", () => {
  const costs = (points: number, setupMs: number, callMs: number) =>
    [1, 2].map(() => Array.from({ length: points }, () => ({ setupMs, callMs })));
  const plan = (points: number, setupMs: number, callMs: number, resolutionUs = 5) =>
    planSweep({
      budgetMs: 9500,
      overheadMs: 18,
      replicates: 5,
      resolutionUs,
      variants: costs(points, setupMs, callMs),
    });

  it("gives each point two slices within the budget", () => {
    const found = plan(11, 1, 0.01);
    expect(found.slices).toBe(2);
    expect(found.sliceMs).toBeGreaterThan(2);
    expect(found.expectedMs).toBeLessThanOrEqual(9500);
  });

  it("does without the second slice when there are many points", () => {
    expect(plan(200, 0.1, 0.01)).toMatchObject({ slices: 1, sliceMs: 2 });
  });

  it("keeps slices long enough for a coarse clock", () => {
    expect(plan(11, 1, 0.01, 1000)).toMatchObject({ slices: 1, sliceMs: 32 });
  });

  it("tells a longer time when set-up alone is beyond the budget", () => {
    expect(plan(11, 100, 5).expectedMs).toBeGreaterThan(9500);
  });
});
