import { describe, expect, it } from "vitest";
import { monotone } from "../../../src/bench/machine/monotone.ts";
import { findStaircase, type Knee } from "../../../src/bench/machine/staircase.ts";
import { type Level, latency, measured, memories, sizes } from "./synthetic-memory.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
const seeds = Array.from({ length: 200 }, (_, i) => i + 1);

const holds = ({ from, to }: Knee, bytes: number) => from <= bytes && bytes <= (to ?? Infinity);
const found = (ns: (bytes: number) => number, seed: number) => findStaircase(measured(ns, seed));

describe("knees of a synthetic memory, in 200 seeded runs with disturbed times", () => {
  it.each(Object.entries(memories))(
    "of %s hold a true size each, and in 99 of 100 every size is in one",
    (_, levels) => {
      const capacities = levels.slice(0, -1).map(([bytes]) => bytes);
      let held = 0;
      let complete = 0;
      for (const seed of seeds) {
        const { knees } = found((bytes) => latency(levels, bytes), seed);
        for (const knee of knees) expect(capacities.some((capacity) => holds(knee, capacity))).toBe(true);
        if (capacities.every((capacity) => knees.some((knee) => holds(knee, capacity)))) ++held;
        // a level of hardly more than a doubling may be one knee with the next
        if (knees.length === capacities.length) ++complete;
      }
      expect(held / seeds.length).toBeGreaterThanOrEqual(0.99);
      expect(complete / seeds.length).toBeGreaterThanOrEqual(0.75);
    },
  );

  it("of memory without caches are none: one plateau at its time", () => {
    for (const seed of seeds) {
      const { knees, plateaus } = found(() => 50, seed);
      expect(knees).toEqual([]);
      expect(plateaus).toEqual([{ from: 4 * KIB, to: 64 * MIB, ns: expect.closeTo(50, -1) }]);
    }
  });

  it("of one cache are one", () => {
    const levels: Level[] = [
      [256 * KIB, 2],
      [Infinity, 80],
    ];
    for (const seed of seeds) {
      const { knees, plateaus } = found((bytes) => latency(levels, bytes), seed);
      expect(knees).toHaveLength(1);
      expect(holds(knees[0], 256 * KIB)).toBe(true);
      expect(plateaus.map(({ ns }) => Math.round(ns / 5))).toEqual([0, 16]);
    }
  });

  it("have no upper bound where the time still rises at the largest size", () => {
    const levels: Level[] = [
      [48 * KIB, 1.5],
      [48 * MIB, 20],
      [Infinity, 95],
    ];
    const { knees, plateaus } = found((bytes) => latency(levels, bytes), 3);
    expect(knees).toHaveLength(2);
    expect(knees[1].to).toBeNull();
    expect(knees[1].from).toBeGreaterThanOrEqual(24 * MIB);
    expect(plateaus).toHaveLength(2);
  });

  it("are none, with no plateau either, where the time rises throughout", () => {
    expect(findStaircase(sizes.map((bytes) => ({ bytes, runs: [bytes, bytes, bytes] })))).toEqual({
      knees: [],
      plateaus: [],
    });
  });

  it("are wider when one of the sweeps saw them elsewhere", () => {
    const clean = (shift: number) => (bytes: number) => (bytes < shift * MIB ? 5 : 100);
    const runs = (...shifts: number[]) =>
      sizes.map((bytes) => ({ bytes, runs: shifts.map((shift) => clean(shift)(bytes)) }));
    expect(findStaircase(runs(2, 2, 2, 2, 2)).knees).toEqual([{ from: 1.5 * MIB, to: 2 * MIB }]);
    const [knee] = findStaircase(runs(2, 2, 2, 4, 4)).knees;
    expect(knee).toEqual({ from: 1.5 * MIB, to: 4 * MIB });
  });

  it("are not told at all of fewer than three sweeps", () => {
    const levels = memories["128 KiB, 12 MiB"];
    const of = (sweeps: number) => findStaircase(measured((bytes) => latency(levels, bytes), 1, sweeps));
    expect(of(2)).toEqual({ knees: [], plateaus: [] });
    expect(of(3).knees).toHaveLength(2);
  });

  it.each([
    ["only one sweep shows", [5, 5, 100]],
    ["would not be there without one of the sweeps", [5, 8, 12]],
  ])("that %s are not told", (_, above) => {
    const runs = (bytes: number) => (bytes < MIB ? [5, 5, 5] : above);
    expect(findStaircase(sizes.map((bytes) => ({ bytes, runs: runs(bytes) }))).knees).toEqual([]);
  });
});

describe("a sequence made to rise", () => {
  it("stays as it is if it rises already", () => {
    expect(monotone([1, 1, 2, 5, 9])).toEqual([1, 1, 2, 5, 9]);
  });

  it("loses lone strays, at the ends too", () => {
    expect(monotone([9, 1, 1, 7, 1, 1, 2, 2, 2, 8])).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2]);
  });

  it("averages what falls", () => {
    expect(monotone([1, 1, 4, 4, 2, 2, 6, 6])).toEqual([1, 1, 3, 3, 3, 3, 6, 6]);
  });
});
