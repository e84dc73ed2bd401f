import type { Entry, EntryOf } from "../journal/entry.ts";
import { standing } from "../journal/entry.ts";

/** Points of one criterion, at most. */
export const MOST_POINTS = 3;

/** All points of an interview. */
export function pointsOf({ scores }: Pick<EntryOf<"interview">, "scores">): number {
  return Object.values(scores).reduce((sum, points) => sum + points, 0);
}

/**
 * The question to ask next: one that was never asked if there is any, else one of the third that went worst the last time.
 * @param random a number from 0 to below 1
 */
export function draw(
  questions: readonly string[],
  entries: readonly Entry[],
  random: number,
): string | undefined {
  const last = new Map<string, EntryOf<"interview">>();
  for (const entry of standing(entries)) if (entry.kind === "interview") last.set(entry.item, entry);
  const fresh = questions.filter((item) => !last.has(item));
  if (fresh.length > 0) return fresh[Math.floor(random * fresh.length)];
  const score = (item: string) => pointsOf(last.get(item) ?? { scores: {} });
  const worst = questions.toSorted(
    (a, b) => score(a) - score(b) || (last.get(a)?.at ?? 0) - (last.get(b)?.at ?? 0),
  );
  return worst[Math.floor(random * Math.ceil(worst.length / 3))];
}

/** A criterion, and the points that a level expects of it. */
export interface Expected {
  id: string;
  title: string;
  points: number;
}

/** "9 of 15 points. For this level more is expected of: uses numbers; says what it costs." */
export function scoreText(scores: Record<string, number>, expected: readonly Expected[]): string {
  const short = expected
    .filter(({ id, points }) => (scores[id] ?? 0) < points)
    .map(({ title }) => title.toLowerCase());
  const sum = `${pointsOf({ scores })} of ${expected.length * MOST_POINTS} points.`;
  if (short.length === 0) return `${sum} That is what this level expects.`;
  return `${sum} This level expects more of: ${short.join("; ")}.`;
}
