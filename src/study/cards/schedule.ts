import { type Card, createEmptyCard, fsrs, type Grade, State } from "ts-fsrs";
import type { EntryOf } from "../journal/entry.ts";

/**
 * FSRS with its default parameters, without the random spread of intervals: the schedule follows from the grades alone, so that two
 * devices with the same journal agree. A card is due when the chance to recall it has fallen to 90 %.
 */
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false });

export const GRADES = { 1: "Again", 2: "Hard", 3: "Good", 4: "Easy" } as const satisfies Record<
  Grade,
  string
>;
export type { Card, Grade };

/** The state of a card after its grades, which are in the order of time; null if it was never graded. */
export function scheduled(grades: readonly EntryOf<"grade">[]): Card | null {
  return grades.reduce<Card | null>(
    (card, { at, grade }) => scheduler.next(card ?? createEmptyCard(at), at, grade).card,
    null,
  );
}

/** When the card would be due after each grade, in ms since 1970. */
export function choices(card: Card | null, now: number): Record<Grade, number> {
  const preview = scheduler.repeat(card ?? createEmptyCard(now), now);
  const due = (grade: Grade) => preview[grade].card.due.getTime();
  return { 1: due(1), 2: due(2), 3: due(3), 4: due(4) };
}

/** True while a card is being learnt, in steps of minutes and not of days. */
export function isLearning({ state }: Card): boolean {
  return state === State.Learning || state === State.Relearning;
}
