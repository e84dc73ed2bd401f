import { CLOCK_PROBE_MS } from "../defaults.ts";
import { median } from "../statistics/interval.ts";
import type { Clock } from "../types.ts";

/** Readings enough to see each step of a fine clock several times. */
const CHANGES = 200;

let probed: Clock | undefined;

/** The clock of this page, probed once: blocks the page for at most 30 ms, under a fine clock for less than one. */
export function probeClock(): Clock {
  probed ??= readClock(() => performance.now());
  return probed;
}

/** Watches a clock until it has changed often enough, or for 30 of its ms. */
export function readClock(now: () => number): Clock {
  const start = now();
  const steps: number[] = [];
  const costs: number[] = [];
  let readings = 0;
  let last = start;
  while (steps.length < CHANGES && last - start < CLOCK_PROBE_MS) {
    const time = now();
    ++readings;
    if (time <= last) continue;
    steps.push(time - last);
    costs.push((time - last) / readings);
    readings = 0;
    last = time;
  }
  // the median, since an interruption is no cost of the clock
  return { resolutionUs: smallestTwice(steps), callNs: Number((median(costs) * 1e6).toFixed(1)) };
}

/**
 * The smallest step seen twice, in microseconds to the nearest tenth (a single one may be half a step, cut by an
 * adjustment of the clock); the largest seen if none repeats.
 */
function smallestTwice(steps: number[]): number {
  const sorted = steps.map((ms) => Math.max(0.1, Math.round(ms * 1e4) / 10)).sort((a, b) => a - b);
  return sorted.find((step, i) => step === sorted[i + 1]) ?? sorted[sorted.length - 1];
}
