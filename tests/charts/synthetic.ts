import type { Comparison, Outcome, Result, SweepPoint, Verdict } from "../../src/bench/types.ts";

/** Results with the shape of real ones and numbers chosen for the test. */

const BROWSERS = { Chromium: 156, Firefox: 153, WebKitGTK: 2 };
export type Browser = keyof typeof BROWSERS;

/** Twelve blocks around 1, fixed, with the spread of a quiet machine. */
const NOISE = [0.98, 1.01, 0.99, 1.03, 1, 1.02, 0.97, 1.005, 0.995, 1.04, 0.985, 1.015];

export function result(browser: Browser, part: Partial<Result> = {}): Result {
  return {
    schema: "hot-path/result.v1",
    kind: "comparison",
    createdAt: "2026-11-20T12:00:00.000Z",
    bench: { id: "run", params: {}, per: { what: "element", count: 1000 }, sources: {}, hash: "" },
    harness: {
      version: "1",
      seed: 1,
      blocks: 12,
      order: [],
      sliceMs: 8,
      warmUpMs: 32,
      inputs: 8,
      sameWithin: 0.03,
    },
    environment: {
      browser: { name: browser, major: BROWSERS[browser] },
      engine: "engine",
      os: "Linux",
      cores: 2,
      isolated: true,
      clock: { resolutionUs: 5, callNs: 40 },
      referenceNs: { first: 1, last: 1 },
      floorNs: 1,
    },
    variants: [],
    comparisons: [],
    sweep: null,
    parallel: null,
    latencies: null,
    timeline: null,
    warnings: [],
    discarded: [],
    elapsedMs: 2800,
    ...part,
  };
}

/** A comparison with `baseline` of `baselineNs` per element and the given ratios. */
export function compared(
  browser: Browser,
  baseline: string,
  baselineNs: number,
  ratios: Record<string, number>,
  spread = 1,
): Result {
  const variant = (name: string, ns: number) => ({
    name,
    coldNs: ns * 5000,
    workers: [],
    typicalNs: ns * 1000,
    interval: [ns * 980, ns * 1020] as [number, number],
    coverage: 0.9614,
  });
  const comparisons = Object.entries(ratios).map(([name, ratio]): Comparison => {
    const blocks = NOISE.map((noise) => ratio * noise ** spread);
    const sorted = blocks.toSorted((a, b) => a - b);
    const interval: [number, number] = [sorted[2], sorted[9]];
    return {
      variant: name,
      baseline,
      ratio,
      interval,
      coverage: 0.9614,
      verdict: verdictOf(interval),
      blocks,
    };
  });
  return result(browser, {
    variants: [
      variant(baseline, baselineNs),
      ...Object.entries(ratios).map(([name, ratio]) => variant(name, baselineNs * ratio)),
    ],
    comparisons,
  });
}

function verdictOf([low, high]: [number, number]): Verdict {
  if (low > 0.97 && high < 1.03) return "same";
  return low > 1 ? "slower" : high < 1 ? "faster" : "unclear";
}

/** A sweep whose times per element come from one function for each variant. */
export function swept(
  browser: Browser,
  variable: string,
  values: number[],
  variants: Record<string, (x: number) => number>,
): Result {
  const points = Object.entries(variants).flatMap(([variant, f]) =>
    values.map((x): SweepPoint => {
      const ns = f(x) * 1000;
      return {
        variant,
        at: { [variable]: x },
        runs: [ns],
        inputs: 8,
        typicalNs: ns,
        interval: [ns * 0.93, ns * 1.08],
        coverage: 0.75,
      };
    }),
  );
  return result(browser, { kind: "sweep", sweep: { variable, values, second: null, points } });
}

export function outcome(recorded: Result[], own: Result | null = null): Outcome {
  return { recorded, own, spec: { variants: {}, per: { what: "element", count: 1000 } } };
}
