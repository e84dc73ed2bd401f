import { callNs } from "../parallel/times.ts";
import { median } from "../statistics/interval.ts";
import type { VariantResult } from "../types.ts";
import { isLinear } from "../worker/grow.ts";
import { count } from "./count.ts";
import type { Rule } from "./evidence.ts";
import { isNearFloor, nearFloorOverTime } from "./near-floor.ts";

/** What the measured times themselves tell. */
export const timeRules: Rule[] = [
  {
    code: "gc",
    test: (e) =>
      named(e.variants, ({ workers }) => {
        const long = workers.flatMap(({ slices }) =>
          slices.length < 3 ? [] : slices.map((slice) => slice > 1.3 * median(slices)),
        );
        return long.length > 0 && count(long, Boolean) > 0.1 * long.length;
      }),
    sentence: (found) => `${found}: more than one slice in ten is a third longer than its neighbours.`,
    next: "If the variant allocates, that is garbage collection and part of its cost; if not, run again on a quiet machine.",
  },
  {
    code: "warming",
    test: (e) =>
      named(e.variants, ({ workers }) => {
        const faster = count(workers, ({ slices }) => halves(slices) < 0.98);
        return workers.length > 0 && faster >= (10 / 12) * workers.length;
      }),
    sentence: (found) => `${found}: still growing faster when measured.`,
    next: "Run longer; if it stays, the typical time is that of code not fully optimised.",
  },
  {
    code: "slowdown",
    test: (e) =>
      named(e.variants, ({ workers }) => count(workers, stepsUp) >= Math.max(2, workers.length / 4)),
    sentence: (found) => `${found}: became slower inside a worker and stayed so.`,
    next: "Look for values that change type or range after many calls: compiled code may have been thrown away.",
  },
  {
    code: "two-speeds",
    test: (e) =>
      named(e.variants, ({ workers }) => hasTwoSpeeds(workers.map(({ slices }) => median(slices)))),
    sentence: (found) => `${found}: the workers fall into two groups of different speed.`,
    next: "Look at the dots: the engine compiled it in two ways, or the machine has two kinds of core. Run longer.",
  },
  {
    code: "nonlinear",
    test: (e) =>
      Object.entries(e.linearity)
        .flatMap(([name, ratio]) =>
          ratio === null || isLinear(ratio) ? [] : [`${name} (${ratio.toFixed(2)} times)`],
        )
        .join(", ") || false,
    sentence: (found) => `Twice the calls did not take twice the time: ${found}.`,
    next: "Look for work that is remembered, hoisted or growing from call to call.",
  },
  {
    code: "near-floor",
    test: (e) =>
      named(e.variants, ({ typicalNs }) => isNearFloor(typicalNs, e.environment.floorNs)) ||
      (e.points.some(({ typicalNs }) => isNearFloor(typicalNs, e.environment.floorNs)) && "Some points") ||
      (e.parallel?.points.some((point) => isNearFloor(callNs(point), e.environment.floorNs)) &&
        "Some points") ||
      (e.timeline !== null && nearFloorOverTime(e.timeline, e.environment.floorNs)),
    sentence: (found) =>
      `${found}: hardly longer than a call that does nothing, so the time is mostly the loop's.`,
    next: "Give each call more work, and use its result.",
  },
  {
    code: "few-blocks",
    test: (e) => e.blocks !== null && e.blocks < 9 && String(e.blocks),
    sentence: (found) => `Only ${found} blocks fitted the time undisturbed, so the interval is wide.`,
    next: "Run longer.",
  },
  {
    code: "ties",
    test: (e) =>
      e.comparisons
        .filter(({ blocks }) => count(blocks, (ratio) => ratio === 1) > 0.1 * blocks.length)
        .map(({ variant }) => variant)
        .join(", ") || false,
    sentence: (found) =>
      `${found}: several blocks took equal times to the last digit, which a fine clock never shows.`,
    next: "Run longer, or on an isolated page.",
  },
];

function named(variants: VariantResult[], test: (variant: VariantResult) => boolean): string | false {
  const names = variants.filter(test).map(({ name }) => name);
  return names.length > 0 && names.join(", ");
}

/** Median of the second half of the slices over that of the first; 1 for a single slice. */
function halves(slices: number[]): number {
  const half = Math.floor(slices.length / 2);
  return half === 0 ? 1 : median(slices.slice(-half)) / median(slices.slice(0, half));
}

function stepsUp(worker: { slices: number[] }): boolean {
  const { slices } = worker;
  const half = Math.floor(slices.length / 2);
  return (
    half >= 2 && halves(slices) > 1.1 && Math.min(...slices.slice(-half)) > Math.max(...slices.slice(0, half))
  );
}

/** One gap beyond 5 % and beyond five times the median gap, with two workers or more on either side. */
function hasTwoSpeeds(times: number[]): boolean {
  if (times.length < 4) return false;
  const sorted = times.toSorted((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, i) => time / sorted[i] - 1);
  const inner = gaps.slice(1, -1);
  const widest = Math.max(...inner);
  return widest > 0.05 && widest > 5 * median(gaps);
}
