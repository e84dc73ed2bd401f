import { describe, expect, test } from "vitest";
import { runCores, type SchedulingPolicy } from "../../src/simulate/index.ts";

/*
 * Jobs arrive at random and take an exponential time of mean 1.
 *
 * Pinned to equal cores: each is M/M/1 with utilisation r, mean response 1 / (1 - r).
 * Any idle core takes the next job: M/M/c. With a = c r, the probability of waiting is Erlang's C,
 *   C = (a^c / c!) / (1 - r) / (sum_{k<c} a^k / k! + (a^c / c!) / (1 - r)),
 * and the mean response is 1 + C / (c (1 - r)). Which waiting job is taken does not change that mean.
 */
function erlangC(cores: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < cores; ++k) sum += term *= (cores * load) / k;
  const all = (term * load) / (1 - load);
  return all / (sum + all);
}

const pinnedMean = (load: number) => 1 / (1 - load);
const sharedMean = (cores: number, load: number) => 1 + erlangC(cores, load) / (cores * (1 - load));

describe("mean response agrees with queueing theory", () => {
  // the mean of n correlated responses at load 0.8 has a standard deviation of about 1 % here; seeds are fixed
  for (const load of [0.3, 0.6, 0.8]) {
    test(`pinned at load ${load} is M/M/1`, () => {
      const seen = runCores({ policy: "pinned", cores: 4, load, jobs: 150_000, seed: 3 }).meanResponse;
      expect(Math.abs(seen / pinnedMean(load) - 1)).toBeLessThan(0.05);
    });
    for (const policy of ["one queue", "home first"] as SchedulingPolicy[])
      test(`${policy} at load ${load} is M/M/c`, () => {
        for (const cores of [2, 8]) {
          const seen = runCores({ policy, cores, load, jobs: 100_000, seed: 4 }).meanResponse;
          expect(Math.abs(seen / sharedMean(cores, load) - 1)).toBeLessThan(0.04);
        }
      });
  }
});

test("pinned jobs never move; one queue moves about (cores - 1) / cores of them", () => {
  expect(runCores({ policy: "pinned", cores: 4, load: 0.6 }).moved).toBe(0);
  // which core is idle tells nothing of where the session ran last
  expect(runCores({ policy: "one queue", cores: 4, load: 0.6, cold: 0 }).moved).toBeCloseTo(3 / 4, 1);
});

test("home first moves fewer jobs than one queue, at every load", () => {
  for (const load of [0.2, 0.5, 0.9]) {
    const settings = { cores: 4, load, cold: 0.2 };
    const [home, any] = (["home first", "one queue"] as SchedulingPolicy[]).map((policy) =>
      runCores({ policy, ...settings }),
    );
    expect(home.moved).toBeLessThan(any.moved);
    expect(home.moved).toBeGreaterThan(0);
  }
});

test("cores are busy in proportion to the load, and to the work that moving adds", () => {
  const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
  expect(mean(runCores({ policy: "pinned", cores: 4, load: 0.5, jobs: 60_000 }).busy)).toBeCloseTo(0.5, 1);
  const moving = runCores({ policy: "one queue", cores: 4, load: 0.5, cold: 0.4, jobs: 60_000 });
  expect(mean(moving.busy)).toBeCloseTo(0.5 * (1 + 0.4 * moving.moved), 1);
});

test("one core is the same under every policy", () => {
  const policies: SchedulingPolicy[] = ["pinned", "one queue", "home first"];
  const means = policies.map((policy) => runCores({ policy, cores: 1, load: 0.7 }).meanResponse);
  for (const mean of means) expect(Math.abs(mean / means[0] - 1)).toBeLessThan(0.15);
});

test("a popular session makes its home core the busiest when jobs are pinned", () => {
  const { busy } = runCores({ policy: "pinned", cores: 4, load: 0.5, sessions: 64, skew: 1 });
  expect(busy.indexOf(Math.max(...busy))).toBe(0);
  expect(Math.max(...busy) - Math.min(...busy)).toBeGreaterThan(0.2);
});

test("the same seed gives the same run", () => {
  const settings = { policy: "home first", cores: 3, load: 0.7, cold: 0.3, skew: 1, seed: 9 } as const;
  expect(runCores(settings)).toEqual(runCores(settings));
});
