import { CONFIDENCE } from "../../../bench/defaults.ts";
import { holding } from "../../../bench/latencies/summary.ts";
import { type Estimate, estimate } from "../../../bench/statistics/interval.ts";
import { compareAll, summarise } from "../../../bench/statistics/summary.ts";
import type { Comparison, LatencyVariant, Result } from "../../../bench/types.ts";
import type { Finding, Rule } from "./finding.ts";
import { round } from "./shortest.ts";

/** Part of a number by which engines differ in `exp` and `log`. */
const NEAR = 1e-9;

/** Every median, interval, coverage and verdict follows from the raw data beside it. */
export const recomputed: Rule = (result) => [
  ...result.variants.flatMap(({ name, coldNs, workers, ...said }, v) => {
    const { typicalNs: median, interval, coverage } = summarise(name, coldNs, workers);
    return differences(`variants[${v}]`, "typicalNs", said.typicalNs, said, { median, interval, coverage });
  }),
  ...comparisons(result),
  ...(result.sweep?.points ?? []).flatMap((point, p) =>
    differences(`sweep.points[${p}]`, "typicalNs", point.typicalNs, point, estimate(point.runs, CONFIDENCE)),
  ),
  ...(result.parallel?.points ?? []).flatMap((point, p) =>
    differences(
      `parallel.points[${p}]`,
      "perSecond",
      point.perSecond,
      point,
      estimate(point.runs, CONFIDENCE),
    ),
  ),
  ...(result.latencies?.variants ?? []).flatMap((variant, v) =>
    latencies(variant, `latencies.variants[${v}]`),
  ),
];

function comparisons({ variants, comparisons, harness, environment }: Result): Finding[] {
  if (variants.length === 0)
    return comparisons.length > 0 ? [{ field: "comparisons", what: "there are, but no times" }] : [];
  // a record without comparisons does not tell its baseline
  const stated = variants.findIndex(({ name }) => name === comparisons[0]?.baseline);
  const baselines = stated >= 0 ? [stated] : variants.map((_, v) => v);
  const found = baselines.map((v) => compareAll(variants, v, harness.sameWithin, environment.floorNs));
  const expected = found.find(({ length }) => length === comparisons.length) ?? found[0];
  if (expected.length !== comparisons.length)
    return [{ field: "comparisons", what: `holds ${comparisons.length}, the times give ${expected.length}` }];
  return comparisons.flatMap((comparison, c) => ofComparison(comparison, expected[c], `comparisons[${c}]`));
}

function ofComparison(said: Comparison, found: Comparison, path: string): Finding[] {
  for (const field of ["variant", "baseline"] as const)
    if (said[field] !== found[field])
      return [{ field: `${path}.${field}`, what: `is “${said[field]}”, the times are of “${found[field]}”` }];
  const { ratio: median, interval, coverage } = found;
  const odd = found.blocks.findIndex((ratio, b) => !isNear(said.blocks[b], ratio));
  return [
    ...(said.blocks.length === found.blocks.length
      ? []
      : [{ field: `${path}.blocks`, what: `holds ${said.blocks.length}, not ${found.blocks.length}` }]),
    ...(odd < 0 ? [] : [unequal(`${path}.blocks[${odd}]`, said.blocks[odd], found.blocks[odd])]),
    ...differences(path, "ratio", said.ratio, said, { median, interval, coverage }),
    ...(said.verdict === found.verdict
      ? []
      : [{ field: `${path}.verdict`, what: `is “${said.verdict}”, its interval gives “${found.verdict}”` }]),
  ];
}

/** Quantiles lie in the bucket that the histogram says, their intervals follow from the replicates. */
function latencies({ calls, histogram, quantiles, meanNs, maxNs, replicates }: LatencyVariant, path: string) {
  const findings = quantiles.flatMap(({ p, ns, interval, coverage }, q): Finding[] => {
    const at = `${path}.quantiles[${q}]`;
    const low = bucketOf(histogram, Math.max(1, Math.ceil(p * calls * (1 - 1e-12))));
    if (p === 1 ? ns !== maxNs : !isInBucket(ns, low))
      return [
        { field: `${at}.ns`, what: `${ns} is not what the histogram gives (${p === 1 ? maxNs : low})` },
      ];
    const column = replicates.map((row) => row[q]);
    const found = estimate(column, CONFIDENCE);
    return differences(
      at,
      "ns",
      ns,
      { interval, coverage },
      {
        ...{ median: ns, coverage: found.coverage },
        interval: holding(found.interval, ns),
      },
    );
  });
  const mean = histogram.reduce((sum, [low, times]) => sum + low * times, 0) / calls;
  if (calls > 0 && !isInBucket(meanNs, mean))
    findings.push({
      field: `${path}.meanNs`,
      what: `${meanNs} is not what the histogram gives (${round(mean)})`,
    });
  return findings;
}

/** Lower bound of the bucket that holds the value of this rank. */
function bucketOf(histogram: LatencyVariant["histogram"], rank: number): number {
  let seen = 0;
  const bucket = histogram.find(([, times]) => {
    seen += times;
    return seen >= rank;
  });
  return bucket?.[0] ?? 0;
}

/** Buckets are at most 6 % wide, and numbers have six digits. */
function isInBucket(ns: number, low: number): boolean {
  return ns >= low * (1 - 1e-5) && ns <= low * 1.07 + 1;
}

function differences(
  path: string,
  name: string,
  value: number,
  said: Pick<Estimate, "interval" | "coverage">,
  found: Estimate,
): Finding[] {
  return [
    ...(isNear(value, found.median) ? [] : [unequal(`${path}.${name}`, value, found.median)]),
    ...(isSame(said.interval, found.interval)
      ? []
      : [notItsInterval(`${path}.interval`, said.interval, found.interval)]),
    ...(isNear(said.coverage, found.coverage)
      ? []
      : [
          {
            field: `${path}.coverage`,
            what: `is ${said.coverage}, the exact one of the interval is ${found.coverage}`,
          },
        ]),
  ];
}

function unequal(field: string, said: number, found: number): Finding {
  return { field, what: `is ${said}, the times give ${found}` };
}

function notItsInterval(field: string, said: [number, number], found: [number, number]): Finding {
  return { field, what: `is ${said.join(" to ")}, the times give ${found.join(" to ")}` };
}

function isSame(a: [number, number], b: [number, number]): boolean {
  return isNear(a[0], b[0]) && isNear(a[1], b[1]);
}

function isNear(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));
}
