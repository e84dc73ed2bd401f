import { CONFIDENCE } from "../defaults.ts";
import { describeVerdict } from "../describe.ts";
import { estimateRatio } from "../statistics/interval.ts";
import { verdictOf } from "../statistics/verdict.ts";
import type { Result, Spec } from "../types.ts";
import { hadFreeCores } from "./scaling.ts";
import { teamTimes } from "./times.ts";

/**
 * What a parallel run found, in sentences for the reader: how each variant gains from more workers, and how the variants
 * differ on the most workers. None if the cores were not free: a warning says so.
 */
export function describeParallel(spec: Spec, result: Result): string[] {
  const { parallel } = result;
  if (!parallel || !hadFreeCores(parallel)) return [];
  const names = [...new Set(parallel.points.map(({ variant }) => variant))];
  const [fewest, most] = [Math.min(...parallel.workers), Math.max(...parallel.workers)];
  const ratioOf = (above: [string, number], below: [string, number]) =>
    estimateRatio(
      teamTimes(parallel, ...above)?.times ?? [],
      teamTimes(parallel, ...below)?.times ?? [],
      CONFIDENCE,
    );
  const gains = (variant: string) => {
    const { median, interval } = ratioOf([variant, fewest], [variant, most]);
    const range = `${digits(interval[0])} to ${digits(interval[1])}`;
    return `${variant}: ${most} workers make ${digits(median)} times the calls of ${fewest} (${range}).`;
  };
  const baseline = spec.baseline ?? names[0];
  const differs = (variant: string) => {
    const { median: ratio, interval, coverage } = ratioOf([variant, most], [baseline, most]);
    const verdict = verdictOf(interval, result.harness.sameWithin);
    const comparison = { variant, baseline, ratio, interval, coverage, verdict, blocks: [] };
    const place = most > 1 ? `On ${most} workers: ` : "On one worker: ";
    if (verdict === "unclear") {
      return `${place}unclear; ${variant} takes ${interval.map(digits).join(" to ")} times the time of ${baseline}.`;
    }
    return place + describeVerdict(comparison, result.harness.sameWithin);
  };
  return [
    ...(most > fewest ? names.map(gains) : []),
    ...names.filter((name) => name !== baseline).map(differs),
  ];
}

function digits(ratio: number): string {
  return ratio.toFixed(ratio < 9.95 ? 2 : 0);
}
