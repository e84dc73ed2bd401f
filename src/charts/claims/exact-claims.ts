import { claimTable } from "../../bench/experiment/claim-table.ts";
import { judgeExact } from "./judge-exact.ts";

/** What a chapter says of a model: a number that the model gives exactly, on every machine, and its bound. */
export interface ExactClaim {
  /** the sentence as the page shows it */
  says: string;
  /** what the model gives, from fixed settings and a fixed seed: never from an input */
  value: number;
  /** what `value` counts: "misses per 1,000" */
  unit?: string;
  /** lower bound; a claim of equality has two equal bounds */
  atLeast?: number;
  atMost?: number;
}

/**
 * Claims on a model, each with the number that it gives. Nothing is measured, so each holds or does not; `npm test`
 * and `npm run check` fail if one does not. Throws a TypeError for a claim without a bound.
 */
export function exactClaims(claims: readonly ExactClaim[]): HTMLElement {
  const rows = judgeExact(claims).map(({ claim, state }) => ({
    says: claim.says,
    bound: boundText(claim),
    cells: [{ state, evidence: quantity(claim.value, claim.unit) }],
  }));
  return claimTable([{ name: "In the model", detail: "the same everywhere" }], rows);
}

function boundText({ atLeast, atMost, unit }: ExactClaim): string {
  if (atLeast === atMost) return `exactly ${quantity(atLeast, unit)}`;
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${format(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${format(atMost)}`]),
  ];
  return `${bounds.join(" and ")}${unit ? ` ${unit}` : ""}`;
}

function quantity(value: number | undefined, unit = ""): string {
  return `${format(value ?? Number.NaN)} ${unit}`.trim();
}

function format(value: number): string {
  return value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });
}
