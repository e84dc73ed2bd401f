import { describe, expect, it } from "vitest";
import {
  cache,
  correlation,
  listWalk,
  nextLine,
  noPrefetcher,
  type Prefetcher,
  randomWalk,
  runPrefetch,
  stridedWalk,
  strideTable,
  twoWalks,
} from "../../src/simulate/index.ts";

const settings = { capacity: 256, latency: 200, work: 20 };
const run = (turns: ReturnType<typeof stridedWalk>, prefetcher: Prefetcher, other = {}) =>
  runPrefetch(turns, { ...settings, ...other, prefetcher });

describe("the time of a turn", () => {
  const turns = stridedWalk({ turns: 10_000, lines: 10_000 });

  it.each([1, 2, 3, 5, 8, 16])(
    "is max(work, (latency + work) / (distance + 1)) at distance %i",
    (distance) => {
      for (const [latency, work] of [
        [200, 20],
        [170, 31],
        [50, 50],
        [10, 100],
      ]) {
        const { ticks } = run(turns, nextLine(distance), { latency, work });
        expect(ticks / Math.max(work, (latency + work) / (distance + 1))).toBeCloseTo(1, 1);
      }
    },
  );

  it("is latency + work without a prefetcher, and work in a cache that holds all", () => {
    expect(run(turns, noPrefetcher()).ticks).toBe(220);
    const often = stridedWalk({ turns: 40_000, lines: 100 });
    expect(run(often, noPrefetcher()).ticks).toBeCloseTo(20 + (100 * 200) / 40_000);
  });
});

describe("one walk", () => {
  it("in order is foreseen by the next line and by the stride", () => {
    const turns = stridedWalk({ turns: 2000, lines: 2000 });
    for (const prefetcher of [nextLine(16), strideTable(16)]) {
      const { accuracy, coverage, late } = run(turns, prefetcher);
      expect(accuracy).toBeGreaterThan(0.99);
      expect(coverage).toBeGreaterThan(0.98);
      expect(late).toBeLessThan(40);
    }
  });

  it("with a step is foreseen by the stride only, backwards too", () => {
    for (const step of [3, -3]) {
      const turns = stridedWalk({ turns: 2000, lines: 2000, step });
      expect(run(turns, strideTable(16)).coverage).toBeGreaterThan(0.98);
      expect(run(turns, nextLine(1))).toMatchObject({ useful: 0, coverage: 0, fetched: 2000 });
    }
  });

  it("of two arrays by turns is two walks for a table by instruction", () => {
    expect(run(twoWalks({ turns: 2000, lines: 2000 }), strideTable(16)).coverage).toBeGreaterThan(0.95);
    // by one instruction the steps go to and fro, and the table gives up
    const blurred = twoWalks({ turns: 2000, lines: 2000 }).map(({ line }) => ({ place: 0, line }));
    expect(run(blurred, strideTable(16)).fetched).toBe(0);
  });
});

describe("a shuffled list", () => {
  const turns = listWalk({ turns: 4000, lines: 1000 });

  it("tells neither the next line nor a stride anything", () => {
    // in a cache of 16 lines, or some of 1,000 would be there by chance
    for (const prefetcher of [nextLine(), strideTable()])
      expect(run(turns, prefetcher, { capacity: 16 }).coverage).toBeLessThan(0.03);
  });

  it("is known to a table of successors from the second round on", () => {
    const { coverage, ticks } = run(turns, correlation(1));
    expect(coverage).toBeCloseTo(3 / 4, 2);
    // one round at latency + work, three at half of it: to know the next node is to be one node ahead
    expect(ticks).toBeCloseTo((220 + 3 * 110) / 4, 0);
  });

  it("in runs of eight gives the next line seven guesses of eight", () => {
    const { accuracy, coverage } = run(listWalk({ turns: 8000, lines: 8000, run: 8 }), nextLine(), {
      capacity: 16,
    });
    expect(accuracy).toBeCloseTo(7 / 8, 2);
    expect(coverage).toBeCloseTo(7 / 8, 2);
  });
});

describe("a set that fits", () => {
  const turns = randomWalk({ turns: 5000, lines: 48 });

  it("does not fit any more beside what nobody asked for", () => {
    const { accuracy, missesWithout, polluted, misses } = run(turns, nextLine(), { capacity: 64 });
    expect(missesWithout).toBe(48);
    expect(accuracy).toBe(0);
    expect(polluted).toBe(misses - 48);
    expect(polluted).toBeGreaterThan(500);
    expect(run(turns, nextLine(), { capacity: 128 }).polluted).toBe(0);
  });

  it("has the misses of a fully associative cache if there is no prefetcher", () => {
    for (const capacity of [8, 16, 32, 64]) {
      const other = cache({ bytes: 64 * capacity, ways: capacity, line: 64 });
      for (const { line } of turns) other.access(64 * line);
      expect(run(turns, noPrefetcher(), { capacity }).misses).toBe(other.misses);
    }
  });
});

it("a stride survives one odd step, and no prediction follows two", () => {
  const table = strideTable();
  const wants = (line: number) => table.observe({ place: 7, line });
  // the state after each: initial, transient, steady, steady, initial, steady, initial, transient, no prediction
  expect([10, 12, 14, 16, 99, 101, 5, 50, 60].map((line) => wants(line)[0] ?? null)).toEqual([
    null,
    null,
    16,
    18,
    null,
    103,
    null,
    null,
    null,
  ]);
});
