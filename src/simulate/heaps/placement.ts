import { formula } from "./formula.ts";
import type { FitPolicy } from "./free-list.ts";

/** The hole with the lowest address. */
export const firstFit: FitPolicy = ({ holes, need }) => holes.findIndex(({ bytes }) => bytes >= need);

/** The smallest hole that is large enough; among equals the one with the lowest address. */
export const bestFit: FitPolicy = ({ holes, need }) => {
  let best = -1;
  for (let i = 0; i < holes.length; ++i)
    if (holes[i].bytes >= need && (best < 0 || holes[i].bytes < holes[best].bytes)) best = i;
  return best;
};

/** The first from where the last search ended, and round again from the beginning. */
export const nextFit: FitPolicy = ({ holes, need, rover }) => {
  for (let i = 0; i < holes.length; ++i) {
    const index = (rover + i) % holes.length;
    if (holes[index].bytes >= need) return index;
  }
  return -1;
};

/** What the formula of a placement may look at. */
export const RULE_NAMES = ["size", "need", "rest", "address", "rover"] as const;

/**
 * The hole for which a formula gives the least number, the lower address if two are equal; a hole for which it gives Infinity or no number is left alone. It sees
 * `size` (bytes of the hole), `need` (bytes that the block takes), `rest` (size - need), `address` (of the hole) and `rover` (1 if
 * the hole lies at or behind where the last search ended, else 0).
 * @throws {SyntaxError} that says what is wrong with the text
 */
export function byRule(text: string): FitPolicy {
  const score = formula(text, RULE_NAMES);
  return ({ holes, need, rover }) => {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    holes.forEach(({ address, bytes }, i) => {
      if (bytes < need) return;
      const value = score({ size: bytes, need, rest: bytes - need, address, rover: Number(i >= rover) });
      if (value < least) [best, least] = [i, value];
    });
    return best;
  };
}
