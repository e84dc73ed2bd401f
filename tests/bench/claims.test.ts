import { describe, expect, it } from "vitest";
import { judgeClaims } from "../../src/bench/claims.ts";
import type { Claim } from "../../src/bench/types.ts";
import { runSimulated, specOf } from "./helpers.ts";
import { noiseModels } from "./noise.ts";

const noise = noiseModels["normal, 2 %"];
const cost: Record<string, number> = { a: 1000, b: 2000, c: 3000 };
const claim = (rest: Partial<Claim>): Claim => ({ says: "it is so", of: "b", ...rest });

describe("claims on a comparison", async () => {
  const spec = specOf(["a", "b", "c"]);
  const result = await runSimulated(spec, { callNs: (name) => cost[name], noise });
  const judge = (rest: Partial<Claim>) => judgeClaims({ ...spec, claims: [claim(rest)] }, result)[0];

  it.each<[Partial<Claim>, string]>([
    [{ atLeast: 1.8 }, "holds"],
    [{ atLeast: 2.3 }, "does not hold"],
    [{ atLeast: 2 }, "undecided"],
    [{ atMost: 2.3 }, "holds"],
    [{ atMost: 1.8 }, "does not hold"],
    [{ atLeast: 1.8, atMost: 2.3 }, "holds"],
    [{ of: "c", over: "b", atLeast: 1.4, atMost: 1.6 }, "holds"],
    [{ of: "a", over: "b", atMost: 0.55 }, "holds"],
  ])("%o %s", (rest, state) => {
    expect(judge(rest).state).toBe(state);
  });

  it("carry the ratio and its interval", () => {
    const { ratio, interval } = judge({ atLeast: 1.8 });
    const [comparison] = result.comparisons;
    expect(ratio).toBeCloseTo(comparison.ratio, 12);
    expect(interval?.[0]).toBeGreaterThanOrEqual(comparison.interval[0]);
    expect(interval?.[1]).toBeLessThanOrEqual(comparison.interval[1]);
  });

  it("of a variant that was not measured stay undecided", () => {
    expect(judge({ of: "z", atLeast: 1 })).toMatchObject({ state: "undecided", ratio: null, interval: null });
  });

  it("are measured against the baseline unless they say otherwise", () => {
    const claims = [claim({ of: "a", atMost: 0.55 })];
    expect(judgeClaims({ ...spec, baseline: "b", claims }, result)[0].state).toBe("holds");
  });

  it("between two variants near the floor stay undecided", async () => {
    const near = await runSimulated(spec, { callNs: () => 2, floorNs: 1 });
    expect(judgeClaims({ ...spec, claims: [claim({ atMost: 9 })] }, near)[0].ratio).toBeNull();
  });
});

describe("claims on a sweep", async () => {
  const spec = specOf(["list", "set"], { baseline: "set", sweep: { n: [1, 10, 100] } });
  const callNs = (name: string, n: number) => (name === "list" ? 10 * n : 100);
  const result = await runSimulated(spec, { callNs, noise, floorNs: 1 });
  const judge = (rest: Partial<Claim>) =>
    judgeClaims({ ...spec, claims: [claim({ of: "list", ...rest })] }, result)[0];

  it("are read at their point", () => {
    expect(judge({ at: { n: 100 }, atLeast: 8 }).state).toBe("holds");
    expect(judge({ at: { n: 1 }, atLeast: 1 }).state).toBe("does not hold");
    expect(judge({ at: { n: 10 }, atLeast: 1.001 }).state).toBe("undecided");
  });

  it("may compare two points of one variant", () => {
    expect(judge({ over: "list", at: { n: 100 }, overAt: { n: 1 }, atLeast: 80, atMost: 120 }).state).toBe(
      "holds",
    );
  });

  it("at a value that was not measured stay undecided", () => {
    expect(judge({ at: { n: 7 }, atLeast: 1 })).toMatchObject({ state: "undecided", ratio: null });
  });
});

it("a Spec without claims has no verdicts on them", async () => {
  const spec = specOf(["a"]);
  expect(judgeClaims(spec, await runSimulated(spec, { callNs: () => 1000 }))).toEqual([]);
});
