import { count } from "../data/summary.ts";
import type { Queue } from "./queue.ts";
import { waitText } from "./wait.ts";

/** "3 cards to review, 2 new ones." */
export function sayLeft({ now, fresh }: Queue): string {
  const old = now.length - fresh;
  if (old === 0) return `${count(fresh, "new card", "new cards")}.`;
  return `${count(old, "card", "cards")} to review${fresh > 0 ? `, ${count(fresh, "new one", "new ones")}` : ""}.`;
}

/** What to say when there is nothing to show. */
export function sayNext({ next }: Queue, now: number): string {
  if (next !== null) return `Done for today. The next card is due in ${waitText(next - now)}.`;
  return "Nothing to review yet. Cards come here from chapters that you have begun; or choose one above.";
}
