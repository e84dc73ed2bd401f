import { expect, test } from "vitest";
import { spread } from "../../src/charts/parts/spread.ts";

test("heights that do not touch stay where they are", () => {
  expect(spread([0, 50, 20], 14, 100)).toEqual([0, 50, 20]);
});

test("heights that touch move apart around their mean, in their order", () => {
  expect(spread([50, 50], 14, 100)).toEqual([43, 57]);
  expect(spread([52, 48], 14, 100)).toEqual([57, 43]);
});

test("a cluster that grows into its neighbour takes it in", () => {
  // 40 and 44 become 35 and 49; 60 is then 11 from 49, so all three move around their mean, 48
  expect(spread([40, 44, 60], 14, 100)).toEqual([34, 48, 62]);
});

test("nothing leaves the frame", () => {
  expect(spread([99, 100, 100], 14, 100)).toEqual([72, 86, 100]);
  expect(spread([0, 1], 14, 100)).toEqual([0, 14]);
});

test("what the edge pushes inside does not end up on its neighbour", () => {
  expect(spread([176, 193], 14, 186)).toEqual([172, 186]);
  expect(spread([-5, 9], 14, 186)).toEqual([0, 14]);
});
