import { expect, test } from "vitest";
import { swarm } from "../../src/charts/workers/swarm.ts";

test("dots that would touch move apart, the least that is needed", () => {
  expect(swarm([0, 50, 51, 100], 6, 2)).toEqual([0, 0, -6, 0]);
  expect(swarm([50, 0, 48], 6, 2)).toEqual([-6, 0, 0]);
});

test("a pile grows to either side and then stays within its row", () => {
  expect(swarm([0, 0, 0, 0, 0, 0], 6, 2)).toEqual([0, -6, 6, -12, 12, 0]);
});
