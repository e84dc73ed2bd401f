import { describe, expect, it } from "vitest";
import { fillBins } from "../../../src/bench/timeline/fill-bins.ts";
import { planBins } from "../../../src/bench/timeline/spec.ts";
import { emptySink } from "../../../src/bench/worker/loop.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Fills bins of 1 ms with calls of a kernel that takes `ns(call, ms)`; each reading of the clock takes 40 ns. */
function fill(count: number, ns: (call: number, ms: number) => number, stepMs = 0) {
  let now = 0;
  let calls = 0;
  let readings = 0;
  const seen: unknown[] = [];
  const bins = new Uint32Array(count);
  const run = (input: unknown) => {
    now += ns(calls++, now) / 1e6;
    if (calls <= 5) seen.push(input);
    return 1;
  };
  const clock = () => {
    ++readings;
    now += 40e-6;
    return stepMs > 0 ? Math.floor(now / stepMs) * stepMs : now;
  };
  const sink = emptySink(3);
  fillBins(run, ["x", "y", "z"], bins, 1, sink, clock);
  return { bins: [...bins], calls, readings, seen, sink };
}

describe("bins", () => {
  it("hold the calls that ended in them, the very first one included, inputs taking turns", () => {
    const { bins, seen } = fill(4, () => 250_000.1);
    expect(bins).toEqual([3, 4, 4, 4]);
    expect(seen).toEqual(["x", "y", "z", "x", "y"]);
  });

  it("are empty behind a call longer than they are", () => {
    const { bins } = fill(8, (call) => (call === 2 ? 3.7e6 : 400_000));
    expect(bins).toEqual([2, 0, 0, 0, 2, 2, 3, 2]);
  });

  it("count calls of any length to one batch in 64, reading the clock some hundred times", () => {
    for (const ns of [3, 50, 1000, 15_000]) {
      const { bins, readings } = fill(20, () => ns);
      for (const calls of bins.slice(2))
        expect(Math.abs((calls * ns) / 1e6 - 1), `${ns} ns`).toBeLessThan(0.04);
      expect(readings).toBeLessThan(20 * 150);
    }
  });

  it("follow code that becomes a hundred times faster, or slower, within two bins", () => {
    const { bins } = fill(12, (_, ms) => (ms < 4 || ms >= 8 ? 10_000 : 100));
    expect(bins.slice(0, 4).every((calls) => Math.abs(calls / 100 - 1) < 0.05)).toBe(true);
    expect(bins[4]).toBeGreaterThan(8000);
    expect(bins.slice(5, 8).every((calls) => Math.abs(calls / 10_000 - 1) < 0.05)).toBe(true);
    expect(bins.slice(10).every((calls) => Math.abs(calls / 100 - 1) < 0.05)).toBe(true);
  });

  it("show a pause where it was", () => {
    const { bins } = fill(12, (call) => (call === 5500 ? 3e6 : 1000));
    expect(bins.slice(6, 8)).toEqual([0, 0]);
    expect(sum(bins)).toBeGreaterThan(8800);
  });

  it("are right to a step of a clock of which sixteen make one", () => {
    const { bins } = fill(30, () => 1000, 1 / 16);
    for (const calls of bins.slice(2)) expect(Math.abs(calls / 1000 - 1)).toBeLessThan(1.5 / 16);
    expect(Math.abs(sum(bins) / 30_000 - 1)).toBeLessThan(0.01);
  });
});

it.each<[number, number, number, number, { bins: number; binMs: number }]>([
  [100, 2, 5, 5, { bins: 50, binMs: 2 }],
  [100, 0.1, 20, 5, { bins: 312, binMs: 0.32 }],
  [5000, 2, 5, 5, { bins: 400, binMs: 12.5 }],
  [5000, 20, 5, 25, { bins: 80, binMs: 62.5 }],
  [100, 10, 5000, 5, { bins: 2, binMs: 80 }],
  [1, 0.1, 5, 5, { bins: 10, binMs: 0.1 }],
])(
  "a timeline of %d ms in bins of %d, clock steps of %d us and %d replicates has %o",
  (ms, binMs, step, replicates, bins) => {
    expect(planBins({ ms, binMs }, step, replicates)).toEqual(bins);
  },
);
