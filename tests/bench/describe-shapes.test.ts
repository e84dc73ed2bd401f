import { describe, expect, it } from "vitest";
import { describeLatencies } from "../../src/bench/latencies/describe.ts";
import { describeTimeline } from "../../src/bench/timeline/describe.ts";
import type { LatencyVariant, Result } from "../../src/bench/types.ts";

const latencies = (variant: Partial<LatencyVariant>) =>
  describeLatencies({
    latencies: {
      load: { kind: "closed" },
      ms: 100,
      variants: [
        {
          name: "a",
          histogram: [],
          replicates: [],
          meanNs: 0,
          calls: 0,
          quantiles: [],
          maxNs: 0,
          ...variant,
        },
      ],
    },
  } as unknown as Result);

const timeline = (runs: number[][]) =>
  describeTimeline({ timeline: { ms: 16, binMs: 2, variants: [{ name: "a", runs }] } } as unknown as Result);

describe("latencies in words", () => {
  it("are the quantiles that were reported, and the longest call", () => {
    const quantiles = [0.5, 0.99, 0.999, 1].map((p) => ({
      p,
      ns: 1000 * p * p,
      interval: [0, 1] as [number, number],
      coverage: 0.97,
    }));
    expect(latencies({ calls: 12_345, quantiles, maxNs: 2e6 })).toEqual([
      "a: 12,345 calls, half at most 250\u00a0ns, 99 % at most 980\u00a0ns, 99.9 % at most 998\u00a0ns, the longest 2.0\u00a0ms.",
    ]);
  });

  it("are the longest call alone if there were too few for any quantile", () => {
    expect(latencies({ calls: 3, maxNs: 5000 })).toEqual(["a: 3 calls, the longest 5.0\u00a0µs."]);
  });
});

describe("a timeline in words", () => {
  it("tells the steady time of a call, and when half of the replicates had reached it", () => {
    // two of three replicates are steady from the third bin on
    const runs = [
      [10, 50, 100, 100, 100, 100, 100, 100],
      [10, 20, 95, 100, 100, 100, 100, 100],
      [10, 20, 30, 40, 50, 60, 100, 100],
    ];
    expect(timeline(runs)).toEqual([
      "a: 20\u00a0µs a call in the last quarter of 16 ms; within 10 % of that first after 4.0\u00a0ms.",
    ]);
  });

  it("tells code that is steady at once, and calls too slow to tell", () => {
    expect(timeline([[9, 9, 9, 9, 9, 9, 9, 9]])[0]).toContain("from the first bin on");
    expect(timeline([[0, 0, 0, 1, 0, 0, 0, 0]])).toEqual(["a: too few calls ended to tell its speed."]);
  });
});
