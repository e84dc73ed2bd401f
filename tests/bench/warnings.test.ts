import { describe, expect, it } from "vitest";
import type { LatencyVariant, VariantResult } from "../../src/bench/types.ts";
import type { Evidence } from "../../src/bench/warnings/evidence.ts";
import { findWarnings, warningCodes } from "../../src/bench/warnings/warnings.ts";
import { runSimulated, specOf } from "./helpers.ts";

const quiet: Evidence = {
  environment: {
    ...{ browser: { name: "Simulated", major: 1 }, engine: "none", os: "other", cores: 2, isolated: true },
    ...{ clock: { resolutionUs: 5, callNs: 40 }, referenceNs: { first: 2, last: 2 }, floorNs: 1 },
  },
  surroundings: {
    ...{ browser: { name: "Simulated", major: 1 }, engine: "none", os: "other", cores: 2, isolated: true },
    ...{ battery: false, pressure: "nominal" },
  },
  blocks: 12,
  variants: [],
  comparisons: [],
  points: [],
  parallel: null,
  latencies: null,
  timeline: null,
  overloaded: [],
  widenedFromMs: null,
  linearity: { a: 2, b: null },
  references: Array(12).fill(2),
  wasHidden: false,
  keptDisturbed: 0,
  wrongAnswer: null,
};

/** A variant with one list of slices for each worker. */
function variant(...workers: number[][]): VariantResult {
  const records = workers.map((slices, block) => ({
    block,
    position: 0,
    n: 1,
    warmUp: [],
    slices,
    setAside: [],
  }));
  return { name: "a", coldNs: 1, workers: records, typicalNs: 100, interval: [99, 101], coverage: 0.96 };
}

const twelve = <T>(make: (i: number) => T) => Array.from({ length: 12 }, (_, i) => make(i));
const environment = (changes: Partial<Evidence["environment"]>) => ({
  environment: { ...quiet.environment, ...changes },
});
const surroundings = (changes: Partial<Evidence["surroundings"]>) => ({
  surroundings: { ...quiet.surroundings, ...changes },
});

const brief: LatencyVariant = {
  ...{ name: "a", calls: 20, histogram: [], meanNs: 99_000, maxNs: 1e6, replicates: [] },
  quantiles: [{ p: 0.5, ns: 99_000, interval: [99_000, 99_000], coverage: 0.97 }],
};

const cases: [string, Partial<Evidence>][] = [
  ["wrong-answer", { wrongAnswer: "a returned 1, but b returned 2." }],
  ["hidden", { wasHidden: true }],
  ["clock-coarse", environment({ clock: { resolutionUs: 1000, callNs: 40 } })],
  ["not-isolated", environment({ isolated: false })],
  ["drift", { references: twelve((i) => 2 + i * 0.02) }],
  ["battery", surroundings({ battery: true })],
  ["pressure", surroundings({ pressure: "serious" })],
  ["slow-engine", environment({ referenceNs: { first: 60, last: 60 } })],
  [
    "contended",
    { variants: [{ ...variant([1]), workers: [{ ...variant([1]).workers[0], setAside: [2] }] }] },
  ],
  ["interrupted", { keptDisturbed: 2 }],
  ["gc", { variants: [variant(...twelve(() => [100, 100, 160, 100]))] }],
  ["warming", { variants: [variant(...twelve(() => [104, 104, 100, 100]))] }],
  [
    "slowdown",
    {
      variants: [variant(...twelve((i) => (i < 3 ? [100, 100, 101, 120, 121] : [100, 101, 100, 102, 100])))],
    },
  ],
  ["two-speeds", { variants: [variant(...twelve((i) => [(i % 2 ? 100 : 120) + i / 10]))] }],
  ["nonlinear", { linearity: { a: 1.2 } }],
  ["near-floor", { variants: [{ ...variant(...twelve(() => [2])), typicalNs: 2 }] }],
  ["few-blocks", { blocks: 6 }],
  [
    "ties",
    {
      comparisons: [
        {
          ...{ variant: "b", baseline: "a", ratio: 1, interval: [1, 1], coverage: 0.96, verdict: "same" },
          blocks: twelve((i) => (i % 2 ? 1 : 1.01)),
        },
      ],
    },
  ],
  [
    "cores-busy",
    { parallel: { workers: [1, 2], ms: 100, scaling2: { ratio: 1.03, interval: [1, 1.1] }, points: [] } },
  ],
  ["short-calls", { latencies: { load: { kind: "closed" }, ms: 100, variants: [brief] } }],
  ["overload", { overloaded: ["a"] }],
  ["wide-bins", { timeline: { ms: 100, binMs: 16, variants: [] }, widenedFromMs: 2 }],
];

describe("warnings", () => {
  it("keep quiet of short calls whose tail the clock can tell", () => {
    const tail = { p: 0.999, ns: 900_000, interval: [800_000, 1e6] as [number, number], coverage: 0.97 };
    const long = { ...brief, quantiles: [...brief.quantiles, tail] };
    const slowest = { ...brief, quantiles: [...brief.quantiles, { ...tail, p: 1 }] };
    const codesOf = (variant: LatencyVariant) =>
      findWarnings({
        ...quiet,
        latencies: { load: { kind: "closed" }, ms: 100, variants: [variant] },
      }).map(({ code }) => code);
    expect(codesOf(long)).not.toContain("short-calls");
    expect(codesOf(slowest)).toContain("short-calls");
  });

  it("are none on a quiet machine", () => {
    expect(
      findWarnings({ ...quiet, variants: [variant(...twelve((i) => [100 + (i % 3), 101, 100, 102]))] }),
    ).toEqual([]);
  });

  it.each(cases)("%s is seen alone", (code, evidence) => {
    expect(findWarnings({ ...quiet, ...evidence }).map((warning) => warning.code)).toEqual([code]);
  });

  it("have a case each here", () => {
    expect(cases.map(([code]) => code)).toEqual(warningCodes);
  });

  it.each(cases)("%s says in sentences what was seen and what to do next", (_, evidence) => {
    const [{ sentence, next }] = findWarnings({ ...quiet, ...evidence });
    expect(sentence).toMatch(/^\S.*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  });

  it("two-speeds does not mistake one straggler for a second speed", () => {
    const straggler = variant(...twelve((i) => [i === 4 ? 130 : 100 + i / 10]));
    expect(findWarnings({ ...quiet, variants: [straggler] })).toEqual([]);
  });

  it("few-blocks does not speak of sweeps", () => {
    expect(findWarnings({ ...quiet, blocks: null })).toEqual([]);
  });

  it("nonlinear comes up in a run whose calls remember their work", async () => {
    const host = { callNs: () => 1e5, growth: (n: number) => (n > 1 ? 1 / Math.sqrt(n) : 1) };
    const { warnings } = await runSimulated(specOf(["a", "b"]), host);
    expect(warnings.map(({ code }) => code)).toContain("nonlinear");
  });
});
