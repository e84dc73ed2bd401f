import { BUDGET_MS, LONG_BLOCKS } from "../defaults.ts";
import { aboutSeconds } from "../session.ts";
import type { Result } from "../types.ts";

/** Warnings that more blocks may answer. */
const answered = ["few-blocks", "two-speeds", "warming", "ties"];

/** Whether more blocks may say what this result could not. A result of that many blocks is the last word. */
export function longerHelps({ kind, harness, comparisons, warnings }: Result): boolean {
  if (kind !== "comparison" || harness.blocks === 0 || harness.blocks >= LONG_BLOCKS) return false;
  return (
    comparisons.some(({ verdict }) => verdict === "unclear") ||
    warnings.some(({ code }) => answered.includes(code))
  );
}

/**
 * Blocks and time of a run that shall say more than `first`: as much time for each block as it had. It is a new run with
 * a seed of its own. Pooled with the first it would be sampling until the answer pleases: 24 % false positives.
 */
export function longerRun({ harness, elapsedMs }: Result): { blocks: number; budgetMs: number } {
  return { blocks: LONG_BLOCKS, budgetMs: (LONG_BLOCKS / harness.blocks) * Math.max(BUDGET_MS, elapsedMs) };
}

/** The button that starts it, with the time it will take. */
export function longerButton(first: Result, start: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "hp-longer";
  button.textContent = `Run longer (${aboutSeconds(longerRun(first).budgetMs)})`;
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
