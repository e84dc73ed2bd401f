import type { ExactClaim } from "./exact-claims.ts";

export interface ExactVerdict {
  claim: ExactClaim;
  state: "holds" | "does not hold";
}

/** Holds claims on a model against what it gave. Throws a TypeError for a claim that has no bound or no number. */
export function judgeExact(claims: readonly ExactClaim[]): ExactVerdict[] {
  return claims.map((claim, i) => {
    const { value, atLeast, atMost } = claim;
    if (atLeast === undefined && atMost === undefined)
      throw new TypeError(`exactClaims[${i}]: no bound; give atLeast, atMost, or both`);
    if (!Number.isFinite(value)) throw new TypeError(`exactClaims[${i}].value: ${value} is no finite number`);
    const holds = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
    return { claim, state: holds ? "holds" : "does not hold" };
  });
}
