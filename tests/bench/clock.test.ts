import { describe, expect, it } from "vitest";
import { readClock } from "../../src/bench/browser/clock.ts";
import { randomFrom } from "../../src/bench/statistics/random.ts";
import { runSimulated, specOf } from "./helpers.ts";
import { quantise } from "./simulated-host.ts";

/** A clock of steps of `step` ms, read every `cost` ms. */
function clock(step: number, cost: number, dithered = false): () => number {
  let now = 0;
  return () => {
    now += cost;
    return quantise(now, step, dithered);
  };
}

describe("readClock", () => {
  it.each([0.005, 0.02, 0.1, 1])("finds a step of %d ms", (step) => {
    expect(readClock(clock(step, 0.00031)).resolutionUs).toBeCloseTo(step * 1000, 6);
  });

  it.each([0.005, 0.1])("finds a dithered step of %d ms", (step) => {
    expect(readClock(clock(step, 0.00031, true)).resolutionUs).toBeCloseTo(step * 1000, 6);
  });

  it("finds what one reading costs", () => {
    expect(readClock(clock(0.02, 0.0005)).callNs).toBeCloseTo(500, 0);
  });

  it("does not count an interruption as the cost of a reading", () => {
    let readings = 0;
    const steady = clock(0.02, 0.0005);
    const interrupted = () => steady() + (++readings > 3000 ? 10 : 0);
    expect(readClock(interrupted).callNs).toBeCloseTo(500, 0);
  });

  it("sees a step of 100 ms at its first change", () => {
    expect(readClock(clock(100, 0.001)).resolutionUs).toBe(100_000);
  });

  it("is not misled by a single short step", () => {
    let odd = true;
    const even = clock(0.1, 0.01);
    const once = () => {
      const time = even();
      if (time < 0.35 || !odd) return time;
      odd = false;
      return time + 0.01;
    };
    expect(readClock(once).resolutionUs).toBeCloseTo(100, 0);
  });
});

describe("typical times are free of bias", () => {
  const times = [1, 100, 1e4, 1e6, 2e8];

  it.each(times)("%d ns a call is exact under a fine clock", async (ns) => {
    const { variants } = await runSimulated(specOf(["a"]), {
      callNs: () => ns,
      resolutionUs: 0.000001,
      floorNs: 0.1,
    });
    expect(variants[0].typicalNs / ns).toBeCloseTo(1, 5);
  });

  it.each([
    { resolutionUs: 5, dithered: true },
    { resolutionUs: 100, dithered: true },
    { resolutionUs: 20, dithered: false },
    { resolutionUs: 1000, dithered: false },
  ])("and within 1 % under steps of $resolutionUs us", async (kind) => {
    for (const ns of [3, 1234, 56_789, 7.7e6]) {
      const ratios = await Promise.all(
        [1, 2, 3].map(async (seed) => {
          const host = { ...kind, seed, callNs: () => ns, spawnMs: 12 + randomFrom(seed)(), floorNs: 0.1 };
          return (await runSimulated(specOf(["a"]), host, { seed })).variants[0].typicalNs / ns;
        }),
      );
      expect(Math.abs(ratios.reduce((a, b) => a + b) / 3 - 1)).toBeLessThan(0.01);
    }
  });

  it("a clock of 100 ms is refused with the reason", async () => {
    const run = runSimulated(specOf(["a"]), { callNs: () => 1, resolutionUs: 100_000 });
    await expect(run).rejects.toThrow(/steps of 100 ms.*recorded results/);
  });
});
