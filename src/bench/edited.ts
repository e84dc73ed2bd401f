import type { Result } from "./types.ts";

/** Stands for the hash of the cells in results of code that a reader has changed: it is the code of no notebook. */
export const EDITED = "edited";

/** True for a result of code that its reader had changed. */
export function isEdited({ bench }: Pick<Result, "bench">): boolean {
  return bench.hash === EDITED;
}

/** Who measured it, as the head of a column: "You", or "You, edited". */
export function ownLabel(result: Pick<Result, "bench">): string {
  return isEdited(result) ? "You, edited" : "You";
}
