import { expect, test } from "vitest";
import { ratioTicks } from "../../src/charts/parts/ratio-axis.ts";
import { scale, scaleType } from "../../src/charts/parts/scale.ts";
import { linearTicks, logTicks, ticksThatFit, tickText } from "../../src/charts/parts/ticks.ts";

test("a log axis of sizes has powers of two, thinned evenly", () => {
  const sizes = Array.from({ length: 14 }, (_, i) => 2 ** (12 + i));
  expect(logTicks(scale("log", sizes), 5).map(Math.log2)).toEqual([12, 15, 18, 21, 24]);
});

test("sizes of memory may lie half-way between two powers of two, small numbers may not", () => {
  const sizes = Array.from({ length: 8 }, (_, i) => 4096 * 4 ** i).flatMap((size) => [size, 1.5 * size]);
  expect(logTicks(scale("log", sizes), 4).map(Math.log2)).toEqual([12, 16, 20, 24]);
  expect(logTicks(scale("log", [1, 2, 3, 24]), 6)).toEqual([1, 2, 5, 10, 20]);
});

test("a log axis of times has as many round steps in a decade as fit", () => {
  expect(logTicks(scale("log", [0.9, 11]), 6)).toEqual([1, 2, 5, 10]);
  expect(logTicks(scale("log", [1.2, 190]), 6)).toEqual([2, 5, 10, 20, 50, 100]);
  expect(logTicks(scale("log", [1.2, 240]), 6)).toEqual([3, 10, 30, 100]);
  expect(logTicks(scale("log", [1.2, 190000]), 6)).toEqual([10, 100, 1000, 10000, 100000]);
});

test("a linear axis steps by 1, 2 or 5 and prints no binary fraction", () => {
  expect(linearTicks(scale("linear", [0, 1]), 5).map(tickText)).toEqual([
    "0",
    "0.2",
    "0.4",
    "0.6",
    "0.8",
    "1",
  ]);
  expect(linearTicks(scale("linear", [0.47, 1]), 6).map(tickText)).toEqual([
    "0.5",
    "0.6",
    "0.7",
    "0.8",
    "0.9",
    "1",
  ]);
});

test("an axis is log only where a linear one would hide its lower end", () => {
  expect([scaleType([1, 19]), scaleType([1, 21]), scaleType([0, 1000])]).toEqual(["linear", "log", "linear"]);
});

test("a scale and its inverse agree", () => {
  const times = scale("log", [1, 100]);
  expect(times.at(10)).toBeCloseTo(0.5);
  expect(times.from(0.5)).toBeCloseTo(10);
});

test("ratio axes always carry a tick at 1, and numbers that do not touch", () => {
  for (const width of [260, 320])
    for (const domain of [
      [0.88, 1.14],
      [0.5, 1.2],
      [0.9, 5.5],
      [0.6, 5.3],
      [0.95, 130],
      [0.002, 3],
    ] as [number, number][]) {
      const ticks = ratioTicks(domain, width);
      expect(ticks).toContain(1);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      const { at } = scale("log", domain);
      const steps = ticks.slice(1).map((tick, i) => (at(tick) - at(ticks[i])) * width);
      // "1×" and "2×" are 14 px each
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(14 + 8);
    }
});

test("a narrow axis has fewer ticks, never touching ones", () => {
  const branches = scale("linear", [200, 12000]);
  expect(ticksThatFit(branches, 520, 9)).toEqual([2000, 4000, 6000, 8000, 10000, 12000]);
  expect(ticksThatFit(branches, 180, 5)).toEqual([5000, 10000]);
});
