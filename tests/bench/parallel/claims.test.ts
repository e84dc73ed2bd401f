import { describe, expect, it } from "vitest";
import { judgeClaims } from "../../../src/bench/claims.ts";
import { describeParallel } from "../../../src/bench/parallel/describe.ts";
import type { Claim, Result, Spec } from "../../../src/bench/types.ts";
import { runSimulated } from "../helpers.ts";
import { busy, machine, rate, spec } from "./machine.ts";

describe("claims on a parallel run", () => {
  const claims: Claim[] = [
    { says: "sharing is slow", of: "shared", at: { workers: 2 }, atLeast: 3 },
    { says: "sharing is free", of: "shared", at: { workers: 2 }, atMost: 2 },
    {
      says: "two gain",
      of: "apart",
      over: "apart",
      at: { workers: 1 },
      overAt: { workers: 2 },
      atLeast: 1.8,
    },
    { says: "three gain", of: "apart", at: { workers: 3 }, atLeast: 1 },
    { says: "it is so", of: "shared", atLeast: 1 },
  ];
  const states = (result: Result) =>
    judgeClaims({ ...spec, claims } as Spec, result).map(({ state }) => state);

  it("are read at numbers of workers, by the time of a call of all together", async () => {
    const result = await runSimulated(spec, machine);
    expect(states(result)).toEqual(["holds", "does not hold", "holds", "undecided", "undecided"]);
  });

  it("are all undecided when a core was busy, for then sharing costs nothing", async () => {
    const result = await runSimulated(spec, busy);
    expect(result.parallel?.scaling2?.ratio).toBeLessThan(1.7);
    expect(rate(result, "apart", 2).perSecond / rate(result, "shared", 2).perSecond).toBeCloseTo(1, 1);
    expect(result.warnings.map(({ code }) => code)).toEqual(["cores-busy"]);
    expect(states(result)).toEqual(Array(5).fill("undecided"));
    expect(judgeClaims({ ...spec, claims }, result)[0].ratio).toBeCloseTo(1, 1);
    expect(describeParallel(spec, result)).toEqual([]);
  });
});
