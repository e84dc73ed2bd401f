import { judgeClaims } from "../claims.ts";
import { BUDGET_MS, LONG_BLOCKS, LONG_PATIENCE, LONG_REPLICATES } from "../defaults.ts";
import { hadFreeCores } from "../parallel/scaling.ts";
import type { ClaimVerdict, Result, Spec } from "../types.ts";

/** Warnings that more blocks may answer. */
const answered = ["few-blocks", "two-speeds", "warming", "ties"];

/**
 * Whether a longer run may say what this result could not: for a comparison its verdict, for the other shapes a claim
 * that is undecided. Busy cores are no lack of replicates. A result of so many blocks is the last word.
 */
export function longerHelps(result: Result, spec: Spec): boolean {
  const { kind, harness, comparisons, warnings, parallel } = result;
  const blocks = harness.order.length;
  if (blocks === 0 || blocks >= longBlocks(result)) return false;
  if (kind !== "comparison")
    return (parallel === null || hadFreeCores(parallel)) && judgeClaims(spec, result).some(isOpen);
  return (
    comparisons.some(({ verdict }) => verdict === "unclear") ||
    warnings.some(({ code }) => answered.includes(code))
  );
}

/** A claim that was measured, with an interval on both sides of its bound. */
function isOpen({ state, interval }: ClaimVerdict): boolean {
  return state === "undecided" && interval !== null;
}

function longBlocks({ kind }: Result): number {
  return kind === "comparison" ? LONG_BLOCKS : LONG_REPLICATES;
}

/**
 * Blocks and time of a run that shall say more than `first`: for each block half as much time again as it had, to wait for
 * quiet moments. It is a new run with a seed of its own. Pooled with the first it would be sampling until the answer pleases: 24 % false positives.
 */
export function longerRun(first: Result): { blocks: number; budgetMs: number } {
  const { kind, elapsedMs, harness } = first;
  const usualMs = kind === "comparison" ? Math.max(BUDGET_MS, elapsedMs) : elapsedMs;
  const blocks = longBlocks(first);
  return { blocks, budgetMs: (blocks * LONG_PATIENCE * usualMs) / harness.order.length };
}

/** The button that starts it, with the time it may take on a machine that is disturbed. */
export function longerButton(first: Result, start: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hp-longer";
  button.textContent = `Run longer (up to ${Math.ceil(longerRun(first).budgetMs / 1000)} s)`;
  button.addEventListener("click", start);
  return button;
}

/** What the earlier runs had said, one line for each comparison, or for each claim of another shape. */
export function earlierVerdicts(earlier: readonly Result[], spec: Spec): string[] {
  return earlier.flatMap((run) => {
    const { kind, comparisons, harness } = run;
    const which = `An earlier run of ${harness.blocks} ${kind === "comparison" ? "blocks" : "replicates"}, which is not pooled with this one`;
    const said =
      kind === "comparison"
        ? comparisons.map(({ variant, baseline, interval, verdict }) => {
            const seen = `${spanOf(interval)} times the time of ${baseline}`;
            return `${variant} took ${seen}, ${verdict}`;
          })
        : judgeClaims(spec, run).map(({ claim, state, interval }) => {
            const seen = interval ? ` (${spanOf(interval)} times)` : "";
            return `“${claim.says}” ${state === "undecided" ? "was undecided" : state}${seen}`;
          });
    return said.map((what) => `${which}: ${what}.`);
  });
}

function spanOf([low, high]: [number, number]): string {
  return `${low.toFixed(3)} to ${high.toFixed(3)}`;
}
