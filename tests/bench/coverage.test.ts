import { describe, expect, it } from "vitest";
import { coverageOf, estimateRatio, median, rankFor } from "../../src/bench/statistics/interval.ts";
import { randomFrom } from "../../src/bench/statistics/random.ts";
import { noiseModels, type WorkerNoise } from "./noise.ts";

const TRIALS = 20_000;

describe.each(Object.entries(noiseModels))("under the noise model: %s", (_, noise) => {
  it.each([6, 9, 12, 20])("%i blocks cover the true ratio as often as they say", (blocks) => {
    const truth = trueRatio(noise);
    const random = randomFrom(blocks);
    let covered = 0;
    for (let trial = 0; trial < TRIALS; ++trial) {
      const above = Array.from({ length: blocks }, () => Math.exp(noise("b", random)));
      const below = Array.from({ length: blocks }, () => Math.exp(noise("a", random)));
      const [low, high] = estimateRatio(above, below, 0.95).interval;
      if (low <= truth && truth <= high) ++covered;
    }
    const coverage = covered / TRIALS;
    expect(coverage).toBeGreaterThanOrEqual(0.945);
    expect(Math.abs(coverage - coverageOf(blocks, rankFor(blocks, 0.95)))).toBeLessThan(0.007);
  });
});

function trueRatio(noise: WorkerNoise): number {
  const random = randomFrom(99);
  return Math.exp(median(Array.from({ length: 200_000 }, () => noise("b", random) - noise("a", random))));
}
