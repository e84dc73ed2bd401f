import { dayText } from "../../../bench/text/day.ts";
import type { ExactClaim } from "../../../charts/claims/exact-claims.ts";
import { judgeExact } from "../../../charts/claims/judge-exact.ts";
import { ratio } from "../../../charts/parts/format.ts";
import { ENGINES, type Engine } from "../../../notebook/browsers/types.ts";
import type { ClaimRun } from "../../../notebook/claims/claim-runs.ts";

/** A claim of a notebook, and what was found of it in each browser or in the model. */
export interface ListedClaim {
  says: string;
  results: ClaimResult[];
}

export interface ClaimResult {
  /** "Chromium 156", or "in the model" */
  where: string;
  state: ClaimRun["state"];
  /** "5.1× (1.5× to 14×)"; "" if there is none */
  evidence: string;
}

/** Engines by the names of the browsers that are run. */
const BROWSERS: Record<Engine, string> = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** "Chromium 156", "WebKitGTK 2.50": where an engine was run, with as much of its version as tells releases apart. */
export function engineLabel({ engine, version }: Pick<ClaimRun, "engine" | "version">): string {
  const numbers = version.split(".").slice(0, engine === "webkit" ? 2 : 1);
  return `${BROWSERS[engine]} ${numbers.join(".")}`;
}

/** "5.1× (1.5× to 14×)": the ratio that was found, with its interval. */
export function evidenceText({ ratio: found, interval }: Pick<ClaimRun, "ratio" | "interval">): string {
  if (found === null) return "";
  return interval ? `${ratio(found)} (${ratio(interval[0])} to ${ratio(interval[1])})` : ratio(found);
}

/** The claims of a notebook on measurements, as they were last run, each with its browsers in one order. */
export function measuredClaims(runs: readonly ClaimRun[]): ListedClaim[] {
  const claims = Map.groupBy(runs, ({ experiment, claim }) => JSON.stringify([experiment, claim]));
  return [...claims.values()].map((ofOne) => ({
    says: ofOne[0].claim,
    results: ofOne
      .toSorted((a, b) => ENGINES.indexOf(a.engine) - ENGINES.indexOf(b.engine))
      .map((run) => ({ where: engineLabel(run), state: run.state, evidence: evidenceText(run) })),
  }));
}

/** The claims of a notebook on models, which are the same everywhere. */
export function modelClaims(exact: readonly ExactClaim[]): ListedClaim[] {
  return judgeExact(exact).map(({ claim, state }) => {
    const value = claim.value.toLocaleString("en-GB", { maximumSignificantDigits: 4 });
    const evidence = `${value} ${claim.unit ?? ""}`.trim();
    return { says: claim.says, results: [{ where: "in the model", state, evidence }] };
  });
}

/** States in the order in which they are told, with the verb for one claim and for several. */
const VERBS: [state: ClaimRun["state"], one: string, several: string][] = [
  ["holds", "holds", "hold"],
  ["does not hold", "does not hold", "do not hold"],
  ["undecided", "undecided", "undecided"],
  ["cannot run", "cannot run", "cannot run"],
];

/** "4 claims; Chromium 156: 3 hold, 1 undecided": what the folded list says of itself. */
export function claimsInWords(claims: readonly ListedClaim[]): string {
  const number = `${claims.length} ${claims.length === 1 ? "claim" : "claims"}`;
  const places = Map.groupBy(
    claims.flatMap(({ results }) => results),
    ({ where }) => where,
  );
  const counts = [...places].map(([where, results]) => {
    const words = VERBS.flatMap(([state, one, several]) => {
      const count = results.filter((result) => result.state === state).length;
      return count > 0 ? [`${count} ${count === 1 ? one : several}`] : [];
    });
    return `${where}: ${words.join(", ")}`;
  });
  return [number, ...counts].join("; ");
}

/** "20 November 2026 on AMD EPYC, Debian 12": when and where claims were last run, each day and machine once. */
export function lastRuns(runs: readonly Pick<ClaimRun, "date" | "machine">[]): string {
  return [...new Set(runs.map(({ date, machine }) => `${dayText(date)} on ${machine}`))].join("; ");
}
