import { describe, expect, test } from "vitest";
import { type Placement, passTime, placePages } from "../../src/simulate/index.ts";

const common = { threadsPerNode: 4, pagesPerThread: 120 };
const placements: Placement[] = ["one thread writes all", "each writes its own", "interleaved"];

describe("remote access ratio on n nodes", () => {
  for (const nodes of [1, 2, 4, 8]) {
    test(`${nodes} nodes: 0 if each thread wrote its own part, (n - 1) / n otherwise`, () => {
      const ratios = placements.map((placement) => placePages({ placement, nodes, ...common }).remoteRatio);
      expect(ratios).toEqual([(nodes - 1) / nodes, 0, (nodes - 1) / nodes]);
    });
  }

  test("threads that moved read all of their own part remotely; the share of them is the ratio", () => {
    for (const moved of [0, 0.25, 0.5, 1])
      expect(placePages({ placement: "each writes its own", nodes: 2, moved, ...common }).remoteRatio).toBe(
        moved,
      );
  });

  test("interleaved pages do not care who moved", () => {
    for (const moved of [0, 0.5, 1])
      expect(placePages({ placement: "interleaved", nodes: 2, moved, ...common }).remoteRatio).toBe(0.5);
  });
});

test("every page lies somewhere, and is read once", () => {
  for (const placement of placements) {
    const { pagesOn, reads } = placePages({ placement, nodes: 4, moved: 0.5, ...common });
    const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
    expect(sum(pagesOn)).toBe(16 * 120);
    expect(reads[0].map((_, node) => sum(reads.map((row) => row[node])))).toEqual(pagesOn);
  }
});

describe("time of a pass on two nodes, where a link has a third of a memory's bandwidth", () => {
  const time = (placement: Placement, link: number) =>
    passTime(placePages({ placement, nodes: 2, ...common }), link);

  test("all local takes 1", () => {
    expect(time("each writes its own", 1 / 3)).toBe(1);
  });

  test("all on one node waits for the link: half of the pages, one node's worth, at a third of the rate", () => {
    expect(time("one thread writes all", 1 / 3)).toBeCloseTo(3, 12);
  });

  test("interleaved sends half as much over each link", () => {
    expect(time("interleaved", 1 / 3)).toBeCloseTo(1.5, 12);
  });

  test("with links as fast as memory one memory still serves all: twice the time", () => {
    expect(time("one thread writes all", 1)).toBe(2);
    expect(time("interleaved", 1)).toBe(1);
  });
});
