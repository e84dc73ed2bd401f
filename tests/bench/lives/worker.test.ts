import { describe, expect, it } from "vitest";
import { Histogram } from "../../../src/bench/latencies/histogram.ts";
import type {
  LatencyJob,
  LatencyRun,
  TimelineJob,
  TimelineRun,
  TrialJob,
  TrialRun,
} from "../../../src/bench/lives/messages.ts";
import type { Spec } from "../../../src/bench/types.ts";
import { perform } from "../../../src/bench/worker/worker.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const sum = (xs: Float64Array) => xs.reduce((total, x) => total + x, 0);
const spec: Spec = {
  setup: ({ random }) => Float64Array.from({ length: 100 }, random),
  variants: {
    sum,
    later: async (xs: Float64Array) => {
      await pause(4);
      return sum(xs);
    },
    fails: async () => {
      throw new RangeError("on purpose");
    },
  },
};

const run = async <R>(job: TrialJob | LatencyJob | TimelineJob, changes: Partial<Spec> = {}) =>
  (await perform(async () => ({ ...spec, ...changes }), { job, captures: {} })) as unknown as R;

describe("a trial", () => {
  const job: TrialJob = { kind: "trial", variant: "sum", seed: 1, mayWait: true };

  it("gives the answer, the inputs and the time to make one", async () => {
    const { answer, inputs, setupMs } = await run<TrialRun>(job);
    expect(answer.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(inputs).toBe(8);
    expect(setupMs).toBeGreaterThanOrEqual(0);
  });

  it("waits for a promise, whose value is the answer", async () => {
    const [now, later] = [await run<TrialRun>(job), await run<TrialRun>({ ...job, variant: "later" })];
    expect(later.answer).toEqual(now.answer);
    expect(later.coldNs).toBeGreaterThan(3e6);
  });

  it("asks the check about the value of a promise", async () => {
    const { answer } = await run<TrialRun>(
      { ...job, variant: "later" },
      { check: (value: number, xs: Float64Array) => value === sum(xs) },
    );
    expect(answer.right).toBe(true);
  });

  it("refuses a promise where the time of calls in a row is wanted", async () => {
    await expect(run({ ...job, variant: "later", mayWait: false })).rejects.toThrow(
      /variants.later: the call returned a promise/,
    );
  });

  it("passes on what a promise was rejected with", async () => {
    await expect(run({ ...job, variant: "fails" })).rejects.toThrow("on purpose");
  });
});

describe("a worker that times every call", () => {
  const common = { kind: "latencies", seed: 1, inputs: 2, warmUpMs: 2, resolutionUs: 1 } as const;

  it("counts the calls of its time and sends what they returned", async () => {
    const job: LatencyJob = { ...common, variant: "sum", load: { kind: "closed" }, ms: 20 };
    const { histogram, backlog, referenceNs, sink } = await run<LatencyRun>(job);
    const { calls, mean } = new Histogram(histogram);
    expect(calls).toBeGreaterThan(100);
    expect(calls * mean).toBeLessThan(40e6);
    expect(backlog).toBe(0);
    expect(referenceNs).toBeGreaterThan(0);
    expect(sink).toSatisfy(Number.isFinite);
    expect(sink).not.toBe(0);
  });

  it("makes as many calls as are due, promises overlapping", async () => {
    const load = { kind: "open", perSecond: 1000 } as const;
    const { histogram } = await run<LatencyRun>({ ...common, variant: "later", load, ms: 20 });
    const { calls, max } = new Histogram(histogram);
    expect(calls).toBe(20);
    expect(max).toBeGreaterThan(3e6);
  });
});

it("a worker that counts calls over time fills its bins", async () => {
  const job = { kind: "timeline", variant: "sum", seed: 1, inputs: 2, resolutionUs: 1 } as const;
  const { bins, sink } = await run<TimelineRun>({ ...job, bins: 10, binMs: 2 });
  expect(bins).toHaveLength(10);
  expect(bins.reduce((total, calls) => total + calls)).toBeGreaterThan(100);
  expect(sink).not.toBe(0);
});
