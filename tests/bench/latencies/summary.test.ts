import { describe, expect, it } from "vitest";
import { holding, summariseLatencies } from "../../../src/bench/latencies/summary.ts";
import { histogramOf } from "../simulated-calls.ts";

const calls = (count: number, ns: number) => Array.from({ length: count }, (_, i) => ns + (i % 7));
const told = (count: number) =>
  summariseLatencies("a", [histogramOf(calls(count, 100))]).quantiles.map(({ p }) => p);

describe("a summary of latencies", () => {
  it.each<[number, number[]]>([
    [1, [1]],
    [19, [1]],
    [20, [0.5, 1]],
    [100, [0.5, 0.9, 1]],
    [999, [0.5, 0.9, 1]],
    [1000, [0.5, 0.9, 0.99, 1]],
    [9999, [0.5, 0.9, 0.99, 1]],
    [10_000, [0.5, 0.9, 0.99, 0.999, 1]],
  ])("of %d calls tells the quantiles %j", (count, quantiles) => {
    expect(told(count)).toEqual(quantiles);
  });

  it("takes quantiles of all calls together, and their interval from those of the replicates", () => {
    // one replicate of three has few calls, all of them slow: it counts by its calls, not as a third
    const replicates = [calls(1000, 10), calls(1000, 20), calls(100, 200)].map(histogramOf);
    const { quantiles, replicates: rows, meanNs, maxNs } = summariseLatencies("a", replicates);
    const [median, p90] = quantiles;
    expect(median).toEqual({ p: 0.5, ns: 20, interval: [13, 203], coverage: 0.75 });
    expect(p90).toMatchObject({ p: 0.9, interval: [16, 206] });
    expect(p90.ns).toBeLessThan(30);
    expect(rows.map(([p50]) => p50)).toEqual([13, 23, 203]);
    expect(maxNs).toBe(206);
    expect(meanNs).toBeCloseTo((1000 * 13 + 1000 * 23 + 100 * 203) / 2100, 0);
  });

  it.each<[[number, number], number, [number, number]]>([
    [[2, 4], 3, [2, 4]],
    [[2, 4], 1, [1, 4]],
    [[2, 4], 9, [2, 9]],
  ])("widens the interval %j to hold %d", (interval, value, wider) => {
    expect(holding(interval, value)).toEqual(wider);
  });
});
