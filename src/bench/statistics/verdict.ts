import type { Verdict } from "../types.ts";

/**
 * The word for an interval of the ratio, with "same" from 1 - d to 1 / (1 - d):
 *
 *               1-d   1   1/(1-d)
 *     ───────────┼────┼────┼───────────
 *      ├──┤      │    │    │              faster   (wholly below 1, and it leaves the band)
 *                │├─┤ │    │              same     (wholly inside the band, even beside 1)
 *                │  ├─┼─┤  │              same
 *                │    │  ├─┼──┤           slower   (wholly above 1, and it leaves the band)
 *              ├─┼────┼─┤  │              unclear
 */
export function verdictOf([low, high]: [number, number], sameWithin: number): Verdict {
  if (low >= 1 - sameWithin && high <= 1 / (1 - sameWithin)) return "same";
  if (low > 1) return "slower";
  if (high < 1) return "faster";
  return "unclear";
}
