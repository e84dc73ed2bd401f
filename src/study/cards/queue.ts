import type { Entry, EntryOf } from "../journal/entry.ts";
import { pageOf, standing } from "../journal/entry.ts";
import { type Card, isLearning, scheduled } from "./schedule.ts";

/** New cards a day: ten take five minutes, and in a month they are fifty reviews a day. */
export const NEW_A_DAY = 10;
/** A card that is learnt in steps of minutes is shown so much earlier if nothing else is left. In ms. */
const AHEAD_MS = 20 * 60_000;
/** A reader's day begins at four in the morning, by the clock of the device. */
const DAY_BEGINS = 4;

/** A card with what its grades make of it. */
export interface Known {
  item: string;
  /** null if it is new */
  card: Card | null;
}

export interface Queue {
  /** what to show now, the next one first */
  now: Known[];
  /** how many of them are new */
  fresh: number;
  /** when the next one is due if there is nothing to show, in ms since 1970; null if there is none */
  next: number | null;
}

/** What a review is to draw from. */
export interface Scope {
  /** cards in reading order */
  items: readonly string[];
  /** all new cards of these pages; else those of pages that the reader has begun, a few a day */
  pages?: readonly string[];
}

/** What to review at the time `now`, in ms since 1970. */
export function queueOf({ items, pages }: Scope, entries: readonly Entry[], now: number): Queue {
  const stands = standing(entries);
  const grades = Map.groupBy(
    stands.filter((entry): entry is EntryOf<"grade"> => entry.kind === "grade"),
    ({ item }) => item,
  );
  const known = items
    .filter((item) => !pages || pages.includes(pageOf(item)))
    .map((item) => ({ item, card: scheduled(grades.get(item) ?? []) }));
  const seen = known.filter((one): one is { item: string; card: Card } => one.card !== null);
  const byDue = seen.toSorted((a, b) => a.card.due.getTime() - b.card.due.getTime());
  const tomorrow = dayAfter(now);
  const isDue = ({ card }: { card: Card }) => card.due.getTime() <= (isLearning(card) ? now : tomorrow - 1);
  const due = byDue.filter(isDue);
  const begun = new Set(stands.map(({ item }) => pageOf(item)));
  const today = [...grades.values()].filter(([first]) => dayAfter(first.at) === tomorrow).length;
  const fresh = known
    .filter(({ item, card }) => card === null && (pages !== undefined || begun.has(pageOf(item))))
    .slice(0, pages ? undefined : Math.max(0, NEW_A_DAY - today));
  if (due.length + fresh.length > 0) return { now: [...due, ...fresh], fresh: fresh.length, next: null };
  const soon = byDue.filter(({ card }) => isLearning(card) && card.due.getTime() <= now + AHEAD_MS);
  return { now: soon, fresh: 0, next: soon.length > 0 ? null : (byDue[0]?.card.due.getTime() ?? null) };
}

/** When the reader's day of the time `at` ends. */
export function dayAfter(at: number): number {
  const day = new Date(at);
  const isNight = day.getHours() < DAY_BEGINS;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + (isNight ? 0 : 1), DAY_BEGINS).getTime();
}
