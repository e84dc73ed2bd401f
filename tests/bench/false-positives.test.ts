import { expect, it } from "vitest";
import type { Verdict } from "../../src/bench/types.ts";
import { runSimulated, specOf } from "./helpers.ts";
import { evenHanded } from "./noise.ts";

const RUNS = 5000;
const clocks = [
  { resolutionUs: 5, dithered: true },
  { resolutionUs: 100, dithered: true },
  { resolutionUs: 20, dithered: false },
  { resolutionUs: 1000, dithered: false },
];

it("equal variants are called faster or slower in at most 4.5 % of 5,000 runs", async () => {
  const counts: Record<Verdict, number> = { faster: 0, slower: 0, same: 0, unclear: 0 };
  for (let run = 0; run < RUNS; ++run) {
    const [, noise] = evenHanded[run % evenHanded.length];
    const result = await runSimulated(
      specOf(["a", "b"]),
      {
        ...clocks[Math.floor(run / evenHanded.length) % clocks.length],
        seed: run,
        callNs: () => 300 + (run % 7) * 4000,
        noise,
        sliceNoise: 0.01,
        driftPerSecond: 0.01,
        gc: { chance: 0.1, ms: 1 },
      },
      { seed: run },
    );
    counts[result.comparisons[0].verdict] += 1;
  }
  expect(counts.faster + counts.slower).toBeLessThanOrEqual(0.045 * RUNS);
  expect(Math.abs(counts.faster - counts.slower)).toBeLessThan(0.02 * RUNS);
  expect(counts.same).toBeGreaterThan(0);
}, 60_000);

it("ten equal variants share one chance of a false alarm", async () => {
  const names = [..."abcdefghij"];
  const noise = evenHanded[0][1];
  const runs = 300;
  let alarmed = 0;
  for (let seed = 0; seed < runs; ++seed) {
    const result = await runSimulated(
      specOf(names),
      { seed, callNs: () => 5000, noise: (v, r) => 4 * noise(v, r) },
      { seed },
    );
    if (result.comparisons.some(({ verdict }) => verdict === "faster" || verdict === "slower")) ++alarmed;
  }
  expect(alarmed / runs).toBeLessThanOrEqual(0.06);
});
