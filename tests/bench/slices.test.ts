import { describe, expect, it } from "vitest";
import { measureSlices } from "../../src/bench/worker/slices.ts";
import type { Stopwatch } from "../../src/bench/worker/stopwatch.ts";

/** A stopwatch whose slices take the given times in ms, one after the other. */
function watchOf(...times: number[]): Stopwatch {
  let i = 0;
  return { time: () => times[i++] } as unknown as Stopwatch;
}

describe("the slices of a worker", () => {
  it("are as many as planned while they keep their time", () => {
    expect(measureSlices(watchOf(8, 9, 8), 1000, 3, 100)).toEqual([8000, 9000, 8000]);
  });

  it("end early once they have used up the limit: the engine has thrown away the code that the pilot saw", () => {
    expect(measureSlices(watchOf(8, 140, 140), 1000, 3, 96)).toEqual([8000, 140_000]);
  });

  it("are at least one", () => {
    expect(measureSlices(watchOf(140, 140), 1000, 2, 96)).toEqual([140_000]);
  });
});
