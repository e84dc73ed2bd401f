import { describe, expect, it } from "vitest";
import { Histogram } from "../../../src/bench/latencies/histogram.ts";
import { type Random, randomFrom } from "../../../src/bench/statistics/random.ts";
import { histogramOf } from "../simulated-calls.ts";
import { gauss } from "../simulated-host.ts";

const samples: Record<string, (random: Random) => number> = {
  uniform: (random) => Math.floor(1e6 * random()),
  "log-normal": (random) => Math.round(1e5 * Math.exp(gauss(random))),
  "a heavy tail": (random) => Math.round(1000 * (1 - random()) ** -1.5),
  "steps of a clock": (random) => 5000 * Math.floor(200 * random() ** 3),
  "two modes": (random) => (random() < 0.01 ? 5e8 : 300) + Math.floor(50 * random()),
  minutes: (random) => Math.floor(2 ** 40 * random()),
};
const draw = (make: (random: Random) => number, count: number, seed = 1) => {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => make(random));
};
const exact = (sorted: readonly number[], p: number) =>
  sorted[Math.max(0, Math.ceil(p * sorted.length - 1e-9) - 1)];
const ps = [0, 0.001, 0.25, 0.5, 0.9, 0.99, 0.999, 0.9999, 1];

describe("a histogram", () => {
  it.each(Object.keys(samples))("gives every quantile of %s within 0.4 %%", (name) => {
    const values = draw(samples[name], 20_000);
    const histogram = histogramOf(values);
    const sorted = values.toSorted((a, b) => a - b);
    for (const p of ps) {
      const truth = exact(sorted, p);
      expect(Math.abs(histogram.quantile(p) - truth), `p = ${p}`).toBeLessThanOrEqual(0.004 * truth);
    }
  });

  it.each(Object.keys(samples))("of %s has buckets within 1 %% that hold what they say", (name) => {
    const values = draw(samples[name], 2000);
    const pairs = histogramOf(values).toPairs();
    expect(pairs.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
    for (const [i, [bound, count]] of pairs.entries()) {
      const next = pairs[i + 1]?.[0] ?? Number.POSITIVE_INFINITY;
      const held = values.filter((value) => value >= bound && value < next);
      expect(held).toHaveLength(count);
      expect(Math.max(...held) - bound).toBeLessThanOrEqual(bound / 128);
    }
  });

  it("counts every integer below 256 by itself", () => {
    const values = Array.from({ length: 256 }, (_, i) => i);
    expect(histogramOf(values).toPairs()).toEqual(values.map((value) => [value, 1]));
  });

  it("keeps number, mean and largest exactly", () => {
    const values = draw(samples["log-normal"], 1000);
    const { calls, mean, max } = histogramOf(values);
    expect(calls).toBe(1000);
    expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value) / 1000, 6);
    expect(max).toBe(Math.max(...values));
  });

  it("begins a bucket at every power of two, up to the largest", () => {
    for (let k = 8; k < 40; ++k) {
      expect(
        histogramOf([2 ** k - 1, 2 ** k])
          .toPairs()
          .map(([bound]) => bound),
        `2^${k}`,
      ).toEqual([2 ** k - Math.max(1, 2 ** (k - 8)), 2 ** k]);
    }
  });

  it("merged with others is the histogram of all values", () => {
    const values = draw(samples["a heavy tail"], 3000);
    const merged = new Histogram();
    for (let i = 0; i < 3; ++i) merged.merge(histogramOf(values.slice(1000 * i, 1000 * (i + 1))));
    merged.merge(new Histogram());
    expect(merged.data).toEqual(histogramOf(values).data);
  });

  it("travels as plain data", () => {
    const histogram = histogramOf([1, 1000, 1e9]);
    const copy = new Histogram(structuredClone(histogram.data));
    expect(copy.toPairs()).toEqual(histogram.toPairs());
    expect(copy.quantile(1)).toBe(1e9);
  });

  it("counts what is longer than 18 minutes in its last bucket, and still knows the largest", () => {
    const histogram = histogramOf([2 ** 40, 3e12, 7]);
    expect(histogram.toPairs()).toEqual([
      [7, 1],
      [2 ** 40 - 2 ** 32, 2],
    ]);
    expect(histogram.max).toBe(3e12);
    expect(histogram.quantile(1)).toBe(3e12);
  });

  it("of one value has that value as every quantile", () => {
    const histogram = histogramOf([123_457]);
    for (const p of ps) expect(histogram.quantile(p)).toBe(123_457);
  });

  it("joins neighbours until no more pairs are left than asked for", () => {
    const histogram = histogramOf(draw(samples["a heavy tail"], 20_000));
    const all = histogram.toPairs();
    for (const most of [all.length, 500, 100, 30]) {
      const pairs = histogram.toPairs(most);
      expect(pairs.length).toBeLessThanOrEqual(most);
      expect(pairs.length).toBeGreaterThan(most / 3);
      expect(pairs.reduce((sum, [, count]) => sum + count, 0)).toBe(20_000);
      expect(pairs.every(([bound], i) => i === 0 || bound > pairs[i - 1][0])).toBe(true);
    }
  });

  it.each([-1, Number.NaN])("refuses %o", (value) => {
    expect(() => new Histogram().add(value)).toThrow(RangeError);
  });

  it("that is empty has no quantiles", () => {
    expect(() => new Histogram().quantile(0.5)).toThrow(/empty/);
    expect(new Histogram().toPairs()).toEqual([]);
  });
});
