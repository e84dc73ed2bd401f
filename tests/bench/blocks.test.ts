import { describe, expect, it } from "vitest";
import { noDisturbances, withoutDisturbed } from "../../src/bench/comparison/blocks.ts";

/** Disturbed blocks with the given spreads, the first block first. */
function disturbed(...spreads: number[]) {
  const kept = spreads.map((spread, block) => ({ block, reason: "r", spread }));
  return { ...noDisturbances(), kept };
}

describe("the blocks to estimate from", () => {
  it.each([
    // 12 bear two strays on either side, 9 one, 6 none
    { blocks: 12, bad: 0, used: 12 },
    { blocks: 12, bad: 1, used: 12 },
    { blocks: 12, bad: 2, used: 12 },
    { blocks: 12, bad: 3, used: 9 },
    { blocks: 12, bad: 4, used: 9 },
    { blocks: 12, bad: 5, used: 9 },
    { blocks: 12, bad: 6, used: 6 },
    { blocks: 12, bad: 8, used: 6 },
    { blocks: 9, bad: 2, used: 9 },
    { blocks: 6, bad: 3, used: 6 },
  ])("are $used of $blocks if $bad are disturbed", ({ blocks, bad, used }) => {
    const spreads = Array.from({ length: bad }, (_, i) => 0.2 + i / 100);
    expect(withoutDisturbed(blocks, 0.95, disturbed(...spreads))).toHaveLength(used);
  });

  it("leave out the most disturbed, which count as discarded", () => {
    const disturbances = disturbed(0.9, 0.2, Infinity, 0.3, 0.8);
    const used = withoutDisturbed(12, 0.95, disturbances);
    expect(used).toEqual([1, 3, 5, 6, 7, 8, 9, 10, 11]);
    expect(disturbances.discarded.map(({ block }) => block).sort()).toEqual([0, 2, 4]);
    expect(disturbances.kept.map(({ block }) => block)).toEqual([1, 3]);
  });

  it("are all of them if even all do not reach the confidence", () => {
    expect(withoutDisturbed(4, 0.95, disturbed(0.5))).toEqual([0, 1, 2, 3]);
  });

  it("are more where several comparisons share the permitted error", () => {
    expect(withoutDisturbed(12, 0.99, disturbed(0.5, 0.5, 0.5, 0.5, 0.5)).length).toBeGreaterThanOrEqual(8);
  });
});
