import { BUDGET_MS, LONG_BLOCKS, LONG_PATIENCE } from "../defaults.ts";
import type { Result } from "../types.ts";

/** Warnings that more blocks may answer. */
const answered = ["few-blocks", "two-speeds", "warming", "ties"];

/** Whether more blocks may say what this result could not. A result of that many blocks is the last word. */
export function longerHelps({ kind, harness, comparisons, warnings }: Result): boolean {
  const blocks = harness.order.length;
  if (kind !== "comparison" || blocks === 0 || blocks >= LONG_BLOCKS) return false;
  return (
    comparisons.some(({ verdict }) => verdict === "unclear") ||
    warnings.some(({ code }) => answered.includes(code))
  );
}

/**
 * Blocks and time of a run that shall say more than `first`: for each block half as much time again as it had, to wait for
 * quiet moments. It is a new run with a seed of its own. Pooled with the first it would be sampling until the answer pleases: 24 % false positives.
 */
export function longerRun({ harness, elapsedMs }: Result): { blocks: number; budgetMs: number } {
  const blockMs = Math.max(BUDGET_MS, elapsedMs) / harness.order.length;
  return { blocks: LONG_BLOCKS, budgetMs: LONG_BLOCKS * LONG_PATIENCE * blockMs };
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

/** What the earlier runs had said, one line for each comparison. */
export function earlierVerdicts(earlier: readonly Result[]): string[] {
  return earlier.flatMap(({ harness, comparisons }) =>
    comparisons.map(({ variant, baseline, interval: [low, high], verdict }) => {
      const seen = `${low.toFixed(3)} to ${high.toFixed(3)} times the time of ${baseline}`;
      return `An earlier run of ${harness.blocks} blocks, which is not pooled with this one: ${variant} took ${seen}, ${verdict}.`;
    }),
  );
}
