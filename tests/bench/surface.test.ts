import { describe, expect, it } from "vitest";
import { judgeClaims } from "../../src/bench/claims.ts";
import type { SweepJob } from "../../src/bench/host.ts";
import { parseResult } from "../../src/bench/schema/validate.ts";
import type { Claim } from "../../src/bench/types.ts";
import { runSimulated, runToEnd, specOf } from "./helpers.ts";
import { noiseModels } from "./noise.ts";
import { simulate } from "./simulated-host.ts";

const sizes = [8, 64, 512];
const strides = [1, 16];
const spec = specOf(["walk", "chase"], { sweep: { size: sizes, stride: strides } });
const callNs = (name: string, size: number, stride: number) => (name === "walk" ? 10 : 30) * size * stride;
const pairs = sizes.flatMap((size) => strides.map((stride) => ({ size, stride })));

describe("a sweep of two variables", () => {
  it("gives every variant at every pair one time for each replicate", async () => {
    const { sweep, kind } = await runSimulated(spec, { callNs });
    expect(kind).toBe("sweep");
    expect(sweep).toMatchObject({
      ...{ variable: "size", values: sizes },
      second: { variable: "stride", values: strides },
    });
    expect(sweep?.points.map(({ variant, at }) => ({ variant, ...at }))).toEqual(
      ["walk", "chase"].flatMap((variant) => pairs.map((pair) => ({ variant, ...pair }))),
    );
    for (const { runs, typicalNs, variant, at } of sweep?.points ?? []) {
      expect(runs).toHaveLength(5);
      expect(Math.abs(typicalNs / callNs(variant, at.size, at.stride) - 1)).toBeLessThan(0.01);
    }
  });

  it("visits all pairs in one worker, in another order each time, mirrored in every second replicate", async () => {
    const host = simulate({ callNs });
    await runToEnd(spec, { host, seed: 2 });
    const jobs = host.jobs.filter((job): job is SweepJob => job.kind === "sweep");
    const orders = jobs.map(({ points }) => points.map(({ at }) => `${at.size} ${at.stride}`));
    const all = pairs.map(({ size, stride }) => `${size} ${stride}`).sort();
    for (const order of orders) expect(order.toSorted()).toEqual(all);
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[2]).toEqual(orders[0].toReversed());
    expect(orders[4]).not.toEqual(orders[0]);
  });

  it("fits 128 points into its 10 s", async () => {
    const eight = [1, 2, 4, 8, 16, 32, 64, 128];
    const large = specOf(["walk", "chase"], { sweep: { size: eight, stride: eight } });
    const { elapsedMs, sweep } = await runSimulated(large, { callNs, setupMs: () => 1 });
    expect(elapsedMs).toBeLessThan(10_500);
    expect(sweep?.points).toHaveLength(128);
  });

  it("names the pair at which an answer is wrong", async () => {
    const answer = (name: string, size: number, stride: number) => ({
      digest: name === "chase" && size === 64 && stride === 16 ? "1" : "0",
      preview: `${name}!`,
    });
    const { sweep, warnings } = await runSimulated(spec, { callNs, answer });
    expect(sweep).toBeNull();
    expect(warnings[0].sentence).toContain("at size = 64, stride = 16, walk returned walk!");
  });

  it.each<[Record<string, number>, string]>([
    [{ size: 8 }, "result.sweep.points[0].at.stride: nothing is none of 1, 16"],
    [{ size: 9, stride: 1 }, "result.sweep.points[0].at.size: 9 is none of 8, 64, 512"],
    [{ size: 8, stride: 1, depth: 2 }, "result.sweep.points[0].at.depth: no variable of this sweep"],
  ])("is refused on import with a point at %o", async (at, message) => {
    const copy = structuredClone(await runSimulated(spec, { callNs }));
    Object.assign(copy.sweep?.points[0] ?? {}, { at });
    expect(() => parseResult(copy)).toThrow(message);
  });

  it("reads back as it was", async () => {
    const result = await runSimulated(spec, { callNs });
    expect(parseResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });
});

describe("claims on two variables", async () => {
  const result = await runSimulated(spec, { callNs, noise: noiseModels["normal, 2 %"] });
  const judge = (rest: Partial<Claim>) =>
    judgeClaims({ ...spec, claims: [{ says: "it is so", of: "chase", ...rest }] }, result)[0].state;

  it("are read at their pairs", () => {
    expect(judge({ at: { size: 8, stride: 16 }, atLeast: 2.5, atMost: 3.5 })).toBe("holds");
    const strides = { over: "chase", at: { size: 8, stride: 16 }, overAt: { size: 8, stride: 1 } };
    expect(judge({ ...strides, atLeast: 14, atMost: 18 })).toBe("holds");
    expect(judge({ ...strides, atLeast: 30 })).toBe("does not hold");
  });

  it("stay undecided if they leave a variable open or name a value that was not measured", () => {
    expect(judge({ at: { size: 8 }, atLeast: 1 })).toBe("undecided");
    expect(judge({ at: { size: 8, stride: 3 }, atLeast: 1 })).toBe("undecided");
  });
});
