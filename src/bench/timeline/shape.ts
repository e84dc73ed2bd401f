import { count, listOf, positive, shape, text } from "../schema/schema.ts";
import type { TimelineResult } from "../types.ts";

/** `result.timeline`, but for the rules between its fields. */
export const timelineShape = shape({
  ms: positive,
  binMs: positive,
  variants: listOf(shape({ name: text, runs: listOf(listOf(count)) })),
});

/** Throws a TypeError with the path of the first field that contradicts another one. */
export function checkTimeline({ ms, binMs, variants }: TimelineResult, path: string): void {
  const bins = Math.round(ms / binMs);
  for (const [v, { runs }] of variants.entries()) {
    const odd = runs.findIndex((row) => row.length !== bins);
    if (odd >= 0) {
      throw new TypeError(
        `${path}.variants[${v}].runs[${odd}]: expected ${bins} bins of ${binMs} ms, found ${runs[odd].length}`,
      );
    }
  }
}
