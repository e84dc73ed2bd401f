import { describe, expect, it } from "vitest";
import { growSlice } from "../../src/bench/worker/grow.ts";
import type { Stopwatch } from "../../src/bench/worker/stopwatch.ts";
import { warmUp } from "../../src/bench/worker/warm-up.ts";

/** A stopwatch whose k-th reading of n calls takes `cost(n, k)` ms. */
function watch(cost: (n: number, k: number) => number): Stopwatch & { readings: number[]; slept: number } {
  let now = 0;
  return {
    readings: [],
    slept: 0,
    time(n) {
      const ms = cost(n, this.readings.push(n) - 1);
      now += ms;
      return ms;
    },
    now: () => now,
    async sleep(ms) {
      this.slept += ms;
      now += ms;
    },
  };
}

describe("growSlice", () => {
  it.each([1, 100, 1e4, 1e6, 1e8])("finds the calls that fill 8 ms at %d ns a call", async (ns) => {
    const { n, nsPerCall } = await growSlice(
      watch((calls) => (calls * ns) / 1e6),
      8,
    );
    expect(nsPerCall).toBeCloseTo(ns, 6);
    expect(n).toBe(Math.max(1, Math.ceil(8e6 / ns)));
  });

  it("does not believe the first slice that is long enough", async () => {
    // the fifth reading is an interruption of 20 ms
    const stopwatch = watch((n, k) => n * 1e-4 + (k === 4 ? 20 : 0));
    expect((await growSlice(stopwatch, 8)).n).toBe(80_000);
    expect(stopwatch.readings.at(-1)).toBeGreaterThanOrEqual(160_000);
  });

  it("finds twice the time for twice the calls of honest work", async () => {
    expect(
      (
        await growSlice(
          watch((n) => n * 0.01),
          8,
        )
      ).linearity,
    ).toBeCloseTo(2, 9);
  });

  it("shows work that is remembered", async () => {
    const linearity = (
      await growSlice(
        watch((n) => 9 + n * 1e-5),
        8,
      )
    ).linearity;
    expect(linearity).toBeLessThan(1.8);
  });

  it("shows work that grows with the calls", async () => {
    expect(
      (
        await growSlice(
          watch((n) => n * n * 1e-3),
          8,
        )
      ).linearity,
    ).toBeGreaterThan(2.2);
  });

  it("forgives one bad reading of the double", async () => {
    let doubles = 0;
    const cost = (n: number) => n * 0.01 + (n > 1000 && ++doubles === 1 ? 30 : 0);
    expect((await growSlice(watch(cost), 8)).linearity).toBeCloseTo(2, 1);
  });

  it("does not time the double of calls beyond 50 ms", async () => {
    const stopwatch = watch((n) => 200 * n);
    expect((await growSlice(stopwatch, 8)).linearity).toBeNull();
    expect(stopwatch.readings).toEqual([1, 1]);
  });

  it("ends even when the engine has removed all work", async () => {
    expect(
      (
        await growSlice(
          watch(() => 0),
          8,
        )
      ).n,
    ).toBe(2 ** 28);
  });
});

const limits = { n: 8000, sliceMs: 8, minMs: 32, maxMs: 96 };

describe("warmUp", () => {
  it("grows its batches up to a slice and records each", async () => {
    const { batches, n } = await warmUp(
      watch((n) => n * 1e-3),
      limits,
    );
    expect(n).toBe(8000);
    expect(batches.slice(0, 3).map(([ms]) => ms)).toEqual([0.001, 0.004, 0.016]);
    expect(Math.max(...batches.map(([ms]) => ms))).toBe(8);
    expect(batches.every(([, ns]) => ns === 1000)).toBe(true);
  });

  it("lasts as long as asked when the last two batches agree", async () => {
    const stopwatch = watch((n) => n * 1e-3);
    const { batches } = await warmUp(stopwatch, limits);
    const busy = batches.reduce((sum, [ms]) => sum + ms, 0);
    expect(busy).toBeGreaterThanOrEqual(32);
    expect(busy).toBeLessThan(41);
    expect(stopwatch.slept).toBe(4);
  });

  it("goes on while they disagree, but not beyond the limit", async () => {
    const stopwatch = watch((n, k) => n * 1e-3 * (k % 2 ? 1 : 1.2));
    await warmUp(stopwatch, limits);
    expect(stopwatch.now()).toBeGreaterThanOrEqual(96);
    expect(stopwatch.now()).toBeLessThan(96 + 10);
  });

  it("rests so that compiled code can arrive, and never right before the slices", async () => {
    const events: string[] = [];
    const inner = watch((n) => n * 1e-3);
    await warmUp(
      {
        time: (n) => {
          events.push("batch");
          return inner.time(n);
        },
        now: inner.now,
        sleep: async () => void events.push("rest"),
      },
      limits,
    );
    expect(events).toContain("rest");
    expect(events.at(-1)).toBe("batch");
  });

  it("of calls longer than the limit is one call", async () => {
    const found = await warmUp(
      watch((n) => 200 * n),
      { ...limits, n: 1, sliceMs: 200, maxMs: 36 },
    );
    expect(found).toEqual({ batches: [[200, 2e8]], n: 1 });
  });

  it("shortens the slices of calls that have become much slower than in the pilot, and takes none of twice their length", async () => {
    const stopwatch = watch((n) => n * 15e-3);
    const { batches, n } = await warmUp(stopwatch, limits);
    expect(n).toBe(Math.ceil(8 / 15e-3));
    expect(Math.max(...batches.map(([ms]) => ms))).toBeLessThanOrEqual(16.01);
    expect(stopwatch.now()).toBeLessThan(96 + 16);
  });

  it.each([0, 3, 8])(
    "does not believe batch %d alone when it was interrupted for longer than a warm-up",
    async (at) => {
      const stopwatch = watch((n, k) => n * 1e-3 + (k === at ? 100 : 0));
      expect((await warmUp(stopwatch, limits)).n).toBe(8000);
      expect(stopwatch.now()).toBeLessThan(100 + 96 + 16);
    },
  );

  it("keeps the slices of calls that are a third slower, and grows them again once compiled code is there", async () => {
    expect(
      (
        await warmUp(
          watch((n) => n * 1.33e-3),
          limits,
        )
      ).n,
    ).toBe(8000);
    const late = watch((n, k) => n * (k < 5 ? 50e-3 : 1e-3));
    expect((await warmUp(late, limits)).n).toBe(8000);
  });
});
