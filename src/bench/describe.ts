import { BLOCKS } from "./defaults.ts";
import type { Comparison, Verdict } from "./types.ts";

type Sentence = (comparison: Comparison, sameWithin: number) => string;

const sentences: Record<Verdict, Sentence> = {
  slower: ({ variant, baseline, interval: [low] }) =>
    `${variant} is slower than ${baseline} by at least ${percent(low - 1)}${times(low, "the time")}.`,
  faster: ({ variant, baseline, interval: [, high] }) =>
    `${variant} is faster than ${baseline} by at least ${percent(1 - high)}${times(1 / high, "as fast")}.`,
  same: ({ variant, baseline, interval: [low, high] }, sameWithin) =>
    `${variant} and ${baseline} are the same within ${percent(sameWithin)}` +
    `${low > 1 || high < 1 ? "; there is a difference, but a tiny one" : ""}.`,
  unclear: ({ variant, baseline, interval: [low, high], blocks }) =>
    `Unclear: ${variant} could be ${than(low)} to ${than(high)} than ${baseline}.` +
    `${blocks.length <= BLOCKS[0] ? " Run longer to find out." : ""}`,
};

/** The verdict as one sentence for the reader. */
export function describeVerdict(comparison: Comparison, sameWithin: number): string {
  return sentences[comparison.verdict](comparison, sameWithin);
}

function than(ratio: number): string {
  return ratio < 1 ? `${percent(1 - ratio)} faster` : `${percent(ratio - 1)} slower`;
}

/** Rounded down, so that a bound is never overstated; one digit below 10 %. */
function percent(fraction: number): string {
  const value = 100 * fraction + 1e-9;
  if (value < 0.1) return `${Number(value.toPrecision(1))} %`;
  return `${value < 10 ? Math.floor(10 * value) / 10 : Math.floor(value)} %`;
}

function times(factor: number, what: string): string {
  return factor >= 2 ? ` (${Math.floor(10 * factor) / 10} times ${what})` : "";
}
