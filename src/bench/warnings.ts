import { NEAR_FLOOR, SLOW_REFERENCE_NS } from "./defaults.ts";
import type { Surroundings } from "./host.ts";
import { median } from "./interval.ts";
import { latencyRules } from "./latencies/rules.ts";
import { parallelRules } from "./parallel/rules.ts";
import { callNs } from "./parallel/times.ts";
import { timelineRules } from "./timeline/rules.ts";
import { timelineTimes } from "./timeline/time-per-call.ts";
import type {
  Comparison,
  Environment,
  LatencyResult,
  ParallelResult,
  SweepPoint,
  TimelineResult,
  VariantResult,
  Warning,
} from "./types.ts";
import { isLinear } from "./worker/grow.ts";

/** Everything a warning may look at. */
export interface Evidence {
  environment: Environment;
  /** as found after the last block */
  surroundings: Surroundings;
  /** blocks of a comparison; null in a sweep */
  blocks: number | null;
  variants: VariantResult[];
  comparisons: Comparison[];
  points: SweepPoint[];
  parallel: ParallelResult | null;
  latencies: LatencyResult | null;
  timeline: TimelineResult | null;
  /** variants that were called faster than they could answer */
  overloaded: string[];
  /** ms of a timeline's bin as asked for; null if that is what they are */
  widenedFromMs: number | null;
  /** n against 2n calls, by variant */
  linearity: Record<string, number | null>;
  /** the reference kernel in each block or replicate, in order; empty under a coarse clock */
  references: number[];
  /** some block was measured while the tab was hidden */
  wasHidden: boolean;
  /** blocks kept although disturbed, because too many had been measured again */
  keptDisturbed: number;
  wrongAnswer: string | null;
}

export interface Rule {
  code: string;
  /** false, or what the sentence is about */
  test: (evidence: Evidence) => string | false;
  sentence: (found: string) => string;
  next: string;
}

const rules: Rule[] = [
  {
    code: "wrong-answer",
    test: (e) => e.wrongAnswer ?? false,
    sentence: (found) => `Nothing was timed, because the answers differ: ${found}`,
    next: "Correct the variant, or give a check that allows for rounding.",
  },
  {
    code: "hidden",
    test: (e) => e.wasHidden && "yes",
    sentence: () => "The tab was hidden during the run, and hidden tabs get slow code.",
    next: "Keep this tab in front and run again.",
  },
  {
    code: "clock-coarse",
    test: (e) => e.environment.clock.resolutionUs >= 1000 && `${e.environment.clock.resolutionUs / 1000} ms`,
    sentence: (found) => `The clock of this page moves in steps of ${found}, so slices are long and few.`,
    next: "Read this page from a host that isolates it (COOP and COEP headers), or compare with the recorded results.",
  },
  {
    code: "not-isolated",
    test: (e) => !e.environment.isolated && "yes",
    sentence: () => "This page is not cross-origin isolated: its clock is coarser than it could be.",
    next: "Serve the page with COOP and COEP headers.",
  },
  {
    code: "drift",
    test: ({ references }) => {
      const third = Math.floor(references.length / 3);
      if (third === 0) return false;
      const change = median(references.slice(-third)) / median(references.slice(0, third)) - 1;
      return (
        Math.abs(change) > 0.05 &&
        `${Math.round(Math.abs(change) * 100)} % ${change > 0 ? "slower" : "faster"}`
      );
    },
    sentence: (found) => `The machine became ${found} during the run: heat, power saving or a neighbour.`,
    next: "Let the machine rest, connect power, close other programs and run again.",
  },
  {
    code: "battery",
    test: (e) => e.surroundings.battery === true && "yes",
    sentence: () => "The device runs on battery, and may save power by lowering its clock.",
    next: "Connect power and run again.",
  },
  {
    code: "pressure",
    test: ({ surroundings: { pressure } }) =>
      (pressure === "serious" || pressure === "critical") && (pressure as string),
    sentence: (found) => `The browser reports ${found} pressure on the processor.`,
    next: "Close other tabs and programs and run again.",
  },
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
    code: "slow-engine",
    test: (e) => e.environment.referenceNs.first > SLOW_REFERENCE_NS && "yes",
    sentence: () => "JavaScript runs about ten times slower here than it should.",
    next: "Close the developer tools, and see whether the browser's compiler is switched off (lockdown mode).",
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
  {
    code: "contended",
    test: ({ variants }) => {
      const workers = variants.flatMap((variant) => variant.workers);
      const setAside = sum(workers.map((worker) => worker.setAside.length));
      const all = setAside + sum(workers.map((worker) => worker.slices.length));
      return setAside > all / 3 && `${Math.round((100 * setAside) / all)} %`;
    },
    sentence: (found) =>
      `Something else used the processor during ${found} of the slices, by the reference kernel beside them; they were set aside.`,
    next: "Close other programs and run again; on a virtual machine it may be a neighbour.",
  },
  {
    code: "interrupted",
    test: (e) => e.keptDisturbed > 0 && `${e.keptDisturbed} block${e.keptDisturbed > 1 ? "s" : ""}`,
    sentence: (found) =>
      `${found} disturbed by the machine had to be kept: too many had been measured again, or the time was up.`,
    next: "Close other programs and run again.",
  },
  ...parallelRules,
  ...latencyRules,
  ...timelineRules,
];

/** Codes in the order they are tested. */
export const warningCodes: readonly string[] = rules.map(({ code }) => code);

export function findWarnings(evidence: Evidence): Warning[] {
  return rules.flatMap(({ code, test, sentence, next }) => {
    const found = test(evidence);
    return found === false ? [] : [{ code, sentence: sentence(found), next }];
  });
}

export function isNearFloor(ns: number, floorNs: number): boolean {
  return ns < NEAR_FLOOR * floorNs;
}

function named(variants: VariantResult[], test: (variant: VariantResult) => boolean): string | false {
  const names = variants.filter(test).map(({ name }) => name);
  return names.length > 0 && names.join(", ");
}

function nearFloorOverTime(timeline: TimelineResult, floorNs: number): string | false {
  const names = timeline.variants.map(({ name }) => name);
  return (
    names
      .filter((name) => isNearFloor(timelineTimes(timeline, name)?.typicalNs ?? Infinity, floorNs))
      .join(", ") || false
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function count<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.filter(test).length;
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
