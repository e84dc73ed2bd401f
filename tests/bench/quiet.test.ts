import { describe, expect, it } from "vitest";
import { measureQuietly } from "../../src/bench/worker/quiet.ts";
import type { Reference } from "../../src/bench/worker/reference.ts";
import type { Stopwatch } from "../../src/bench/worker/stopwatch.ts";

/** A machine with somebody else on its core at some times: calls take 8 ms a slice, half as long again while disturbed. */
function machine(disturbed: (ms: number) => boolean) {
  let now = 0;
  const watch: Stopwatch = {
    time: () => {
      const ms = disturbed(now) ? 12 : 8;
      now += ms;
      return ms;
    },
    now: () => now,
    sleep: async () => {},
  };
  const reference: Reference = { read: () => (disturbed(now) ? 0.8 : 0.5) };
  return { watch, reference };
}

const wanted = { n: 1000, slices: 3, patienceMs: 100, quietNs: 0.5 };

describe("the slices of a worker", () => {
  it("are as many as wanted on a quiet machine", () => {
    const { watch, reference } = machine(() => false);
    const measured = measureQuietly(watch, reference, wanted);
    expect(measured).toEqual({ slices: [8000, 8000, 8000], setAside: [], referenceNs: 0.5, quietNs: 0.5 });
  });

  it("are set aside where the reference beside them is slow, and others take their place", () => {
    // the third slice ends, and the fourth and fifth run, while somebody disturbs
    const { watch, reference } = machine((ms) => ms >= 20 && ms < 45);
    const { slices, setAside } = measureQuietly(watch, reference, wanted);
    expect(slices).toEqual([8000, 8000, 8000]);
    expect(setAside).toEqual([8000, 12000, 12000]);
  });

  it("are set aside for the reference alone, however long they took themselves", () => {
    let slice = 0;
    const watch = { ...machine(() => false).watch, time: () => (++slice === 2 ? 24 : 8) };
    const { slices, setAside } = measureQuietly(watch, { read: () => 0.5 }, wanted);
    expect(slices).toEqual([8000, 24_000, 8000]);
    expect(setAside).toEqual([]);
  });

  it("end with those there are when patience is over", () => {
    const { watch, reference } = machine((ms) => ms >= 10);
    const { slices, setAside } = measureQuietly(watch, reference, wanted);
    expect(slices).toEqual([8000]);
    expect(setAside).toHaveLength(8);
    expect(watch.now()).toBeLessThan(100 + 12);
  });

  it("all count if none was quiet, and their reference tells it", () => {
    const { watch, reference } = machine(() => true);
    const { slices, setAside, referenceNs } = measureQuietly(watch, reference, wanted);
    expect(slices.every((ns) => ns === 12_000)).toBe(true);
    expect(setAside).toEqual([]);
    expect(referenceNs).toBe(0.8);
  });

  it("know the quiet machine by their own readings when nobody has told", () => {
    const { watch, reference } = machine((ms) => ms < 20);
    const { slices, setAside } = measureQuietly(watch, reference, { ...wanted, quietNs: null });
    expect(slices).toEqual([8000, 8000, 8000]);
    expect(setAside).toEqual([12_000, 12_000]);
  });

  it("are at least one under a clock too coarse for the reference, and no more than patience allows", () => {
    const slow = { ...machine(() => false).watch };
    expect(measureQuietly(slow, null, wanted).slices).toHaveLength(3);
    const { watch } = machine(() => false);
    expect(measureQuietly(watch, null, { ...wanted, patienceMs: 1 }).slices).toEqual([8000]);
  });
});
