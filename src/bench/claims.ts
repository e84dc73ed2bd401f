import { CONFIDENCE } from "./defaults.ts";
import { latencyRatio } from "./latencies/claims.ts";
import { hadFreeCores } from "./parallel/scaling.ts";
import { type Estimate, estimateRatio } from "./statistics/interval.ts";
import { timesAt } from "./times.ts";
import type { Claim, ClaimVerdict, Result, Spec } from "./types.ts";
import { isNearFloor } from "./warnings/near-floor.ts";

/**
 * Holds each claim of the Spec against a result, by the interval of the ratio of times paired by block or replicate:
 *
 *            bound (atLeast)
 *     ├────┤   │                does not hold
 *          ├───┼───┤            undecided
 *              │  ├────┤        holds
 */
export function judgeClaims(spec: Spec, result: Result): ClaimVerdict[] {
  const baseline = spec.baseline ?? Object.keys(spec.variants)[0];
  return (spec.claims ?? []).map((claim) => {
    const seen = ratioOf(claim, claim.over ?? baseline, result);
    if (!seen) return { claim, state: "undecided", ratio: null, interval: null };
    // with a busy core all costs of sharing vanish
    const isFit = result.parallel === null || hadFreeCores(result.parallel);
    const state = isFit ? stateOf(claim, seen.interval) : "undecided";
    return { claim, state, ratio: seen.median, interval: seen.interval };
  });
}

function stateOf(
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Claim,
  [low, high]: [number, number],
): ClaimVerdict["state"] {
  if (low >= atLeast && high <= atMost) return "holds";
  return high < atLeast || low > atMost ? "does not hold" : "undecided";
}

/** The ratio a claim is about; null if its variants or points were not measured or say only the loop's time. */
function ratioOf(claim: Claim, over: string, result: Result): Estimate | null {
  if (result.latencies) return latencyRatio(claim, over, result);
  const { of, at, overAt = at } = claim;
  const [above, below] = [timesAt(result, of, at), timesAt(result, over, overAt)];
  if (!above || !below || above.times.length !== below.times.length) return null;
  const { floorNs } = result.environment;
  if (isNearFloor(above.typicalNs, floorNs) && isNearFloor(below.typicalNs, floorNs)) return null;
  return estimateRatio(above.times, below.times, CONFIDENCE);
}
