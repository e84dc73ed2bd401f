import { browserLabel } from "../browser/label.ts";
import { judgeClaims } from "../claims.ts";
import { ownLabel } from "../edited.ts";
import type { Claim, ClaimVerdict, Outcome } from "../types.ts";
import { type ClaimCell, claimTable } from "./claim-table.ts";

/** The claims of an experiment, one column a result: the reader's own first, then the recorded ones. */
export function outcomeClaims({ own, recorded, spec }: Outcome): HTMLElement {
  const columns = [
    ...(own
      ? [{ name: ownLabel(own), detail: `this machine, ${browserLabel(own.environment)}`, result: own }]
      : []),
    ...recorded.map((result) => {
      const detail = result.machine ?? result.environment.os;
      return { name: browserLabel(result.environment), detail, result };
    }),
  ];
  const judged = columns.map(({ result }) => judgeClaims(spec, result));
  const baseline = spec.baseline ?? Object.keys(spec.variants)[0];
  const rows = (spec.claims ?? []).map((claim, i) => ({
    says: claim.says,
    bound: boundText(claim, baseline),
    cells: judged.map((verdicts) => claimCell(verdicts[i])),
  }));
  return claimTable(columns, rows);
}

/** "random over sorted: at least 2×"; with points "if (taken 0.5) over if (taken 0): at most 2×". */
export function boundText({ of, over, at, overAt = at, atLeast, atMost }: Claim, baseline: string): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${plain(atLeast)}×`]),
    ...(atMost === undefined ? [] : [`at most ${plain(atMost)}×`]),
  ];
  return `${placed(of, at)} over ${placed(over ?? baseline, overAt)}: ${bounds.join(" and ")}`;
}

/** A bound as it was written, but a third as 0.3333. */
function plain(bound: number): string {
  return String(Number(bound.toPrecision(4)));
}

function placed(variant: string, at: Record<string, number> = {}): string {
  const points = Object.entries(at).map(([name, value]) => `${name} ${value.toLocaleString("en-GB")}`);
  return points.length > 0 ? `${variant} (${points.join(", ")})` : variant;
}

function claimCell({ state, ratio, interval }: ClaimVerdict): ClaimCell {
  if (ratio === null || interval === null) return { state, evidence: null };
  return { state, evidence: `${times(ratio)} (${times(interval[0])} to ${times(interval[1])})` };
}

/** "1.02×", "3.5×", "22×" */
export function times(ratio: number): string {
  return `${ratio < 9.95 ? ratio.toFixed(ratio < 1.995 ? 2 : 1) : Math.round(ratio)}×`;
}
