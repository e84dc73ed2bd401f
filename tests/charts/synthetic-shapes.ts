import type {
  LatencyVariant,
  Quantile,
  Result,
  SweepPoint,
  VariantResult,
  WorkerRecord,
} from "../../src/bench/types.ts";
import { type Browser, result } from "./synthetic.ts";

/** Results of the shapes with raw data: workers, surfaces, parallel runs, latencies, timelines. Nothing in them is random. */

/** Between -1 and 1, different for every i, the same in every run. */
export function wobble(i: number): number {
  return 2 * ((i * 0.618034) % 1) - 1;
}

/**
 * A comparison that kept its workers: for each variant the time per element of its i-th worker. Slices spread by 2 %,
 * the first batch of a warm-up takes three times as long.
 */
export function worked(
  browser: Browser,
  variants: Record<string, (worker: number) => number>,
  { blocks = 12, slices = 4 } = {},
): Result {
  const names = Object.keys(variants);
  const record = (name: string, block: number): WorkerRecord => {
    const ns = variants[name](block) * 1000;
    const place = names.indexOf(name);
    return {
      block,
      position: block % 2 === 0 ? place : names.length - 1 - place,
      n: 8e6 / ns,
      warmUp: [3, 1.6, 1.2, 1.05, 1].map((slower, i) => [2 ** i * (1 + 0.2 * wobble(block)), ns * slower]),
      setAside: [],
      slices: Array.from({ length: slices }, (_, i) => ns * (1 + 0.02 * wobble(block * slices + i))),
    };
  };
  return result(browser, {
    variants: names.map((name): VariantResult => {
      const times = Array.from({ length: blocks }, (_, i) => variants[name](i) * 1000).sort((a, b) => a - b);
      return {
        name,
        coldNs: times[0] * 300,
        workers: times.map((_, block) => record(name, block)),
        typicalNs: (times[(blocks - 1) >> 1] + times[blocks >> 1]) / 2,
        interval: [times[2], times[blocks - 3]],
        coverage: 0.9614,
      };
    }),
  });
}

/** A sweep of two variables, x across and y up; times per element come from one function for each variant. */
export function surfaced(
  browser: Browser,
  [x, xs]: [string, number[]],
  [y, ys]: [string, number[]],
  variants: Record<string, (x: number, y: number) => number>,
): Result {
  const points = Object.entries(variants).flatMap(([variant, f]) =>
    xs.flatMap((a) =>
      ys.map((b): SweepPoint => {
        const ns = f(a, b) * 1000;
        const at = { [x]: a, [y]: b };
        return {
          variant,
          at,
          inputs: 8,
          runs: [ns],
          typicalNs: ns,
          interval: [ns * 0.9, ns * 1.1],
          coverage: 0.75,
        };
      }),
    ),
  );
  return result(browser, {
    kind: "sweep",
    sweep: { variable: x, values: xs, second: { variable: y, values: ys }, points },
  });
}

/** A parallel run: millions of elements per second on each number of workers, and the scaling of two. */
export function scaled(
  browser: Browser,
  workers: number[],
  variants: Record<string, (workers: number) => number>,
  scaling2: number | null = 1.95,
): Result {
  const points = Object.entries(variants).flatMap(([variant, f]) =>
    workers.map((count) => {
      const perSecond = f(count) * 1000;
      const interval: [number, number] = [perSecond * 0.94, perSecond * 1.05];
      return { variant, workers: count, runs: [perSecond], perSecond, interval, coverage: 0.75 };
    }),
  );
  const gate =
    scaling2 === null
      ? null
      : { ratio: scaling2, interval: [scaling2 - 0.1, scaling2 + 0.1] as [number, number] };
  return result(browser, { kind: "parallel", parallel: { workers, ms: 100, scaling2: gate, points } });
}

/** Latencies: for each variant the time in ns that a share of the calls takes at most. */
export function delayed(
  browser: Browser,
  variants: Record<string, (share: number) => number>,
  { calls = 20_000, perSecond = 0 } = {},
): Result {
  return result(browser, {
    kind: "latencies",
    latencies: {
      load: perSecond > 0 ? { kind: "open", perSecond } : { kind: "closed" },
      ms: 500,
      variants: Object.entries(variants).map(([name, f]): LatencyVariant => {
        const times = Array.from({ length: calls }, (_, i) => f((i + 0.5) / calls));
        const quantiles = [0.5, 0.9, 0.99, 0.999, 1].map((p): Quantile => {
          const ns = f(Math.min(p, 1 - 0.5 / calls));
          return { p, ns, interval: [ns * (1 - 0.1 * p), ns * (1 + 0.3 * p)], coverage: 0.96875 };
        });
        return {
          name,
          calls,
          histogram: histogramOf(times),
          quantiles,
          meanNs: times.reduce((sum, ns) => sum + ns, 0) / calls,
          maxNs: times[calls - 1],
          replicates: [quantiles.map(({ ns }) => ns)],
        };
      }),
    },
  });
}

function histogramOf(times: number[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const ns of times) {
    const bucket = Math.round(1.01 ** Math.floor(Math.log(ns) / Math.log(1.01)));
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return [...counts];
}

/** Throughput over time: calls in each bin of 2 ms, by replicate. */
export function timed(
  browser: Browser,
  variants: Record<string, (bin: number, replicate: number) => number>,
  { bins = 250, replicates = 5 } = {},
): Result {
  const runs = (f: (bin: number, replicate: number) => number) =>
    Array.from({ length: replicates }, (_, r) => Array.from({ length: bins }, (_, i) => Math.round(f(i, r))));
  return result(browser, {
    kind: "timeline",
    timeline: {
      ms: bins * 2,
      binMs: 2,
      variants: Object.entries(variants).map(([name, f]) => ({ name, runs: runs(f) })),
    },
  });
}
