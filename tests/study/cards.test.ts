import { describe, expect, test } from "vitest";
import { dayAfter, NEW_A_DAY, queueOf } from "../../src/study/cards/queue.ts";
import { sayLeft, sayNext } from "../../src/study/cards/say.ts";
import { choices, type Grade, isLearning, scheduled } from "../../src/study/cards/schedule.ts";
import { waitText } from "../../src/study/cards/wait.ts";
import type { EntryOf } from "../../src/study/journal/entry.ts";
import { DAY, entry, START, undo } from "./entries.ts";

const MINUTE = 60_000;
const grade = (given: Grade, days: number, item = "cpu/a#card-1") =>
  entry({ kind: "grade", grade: given }, days, item) as EntryOf<"grade">;

/** Grades a card each time that it is due; gives the days until the next time. */
function intervals(grades: Grade[]): number[] {
  const given: EntryOf<"grade">[] = [];
  let days = 0;
  return grades.map((one) => {
    given.push(grade(one, days));
    const card = scheduled(given);
    days = ((card?.due.getTime() ?? 0) - START) / DAY;
    return card?.scheduled_days ?? Number.NaN;
  });
}

describe("the schedule of a card", () => {
  test("is that of the reference implementation of FSRS-6 across a history with two lapses", () => {
    // py-fsrs, tests/test_basic.py, test_review_card
    const grades: Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    expect(intervals(grades)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  test("is the same however often it is computed, and nothing before the first grade", () => {
    const given = [grade(3, 0), grade(3, 1), grade(2, 5), grade(4, 20)];
    expect(scheduled(given)).toEqual(scheduled(given));
    expect(scheduled([])).toBeNull();
  });

  test("a better grade never brings a card back sooner", () => {
    for (const card of [null, scheduled([grade(4, 0)]), scheduled([grade(3, 0), grade(3, 1), grade(3, 4)])]) {
      const now = START + 30 * DAY;
      const due = choices(card, now);
      expect(due[1]).toBeLessThanOrEqual(due[2]);
      expect(due[2]).toBeLessThanOrEqual(due[3]);
      expect(due[3]).toBeLessThan(due[4]);
      expect(due[1]).toBeGreaterThan(now);
    }
  });

  test("what each button promises is what happens", () => {
    const before = [grade(3, 0), grade(3, 1)];
    for (const given of [1, 2, 3, 4] as const) {
      const promised = choices(scheduled(before), START + 9 * DAY)[given];
      expect(scheduled([...before, grade(given, 9)])?.due.getTime()).toBe(promised);
    }
  });

  test("a forgotten card is learnt again in minutes", () => {
    const card = scheduled([grade(4, 0), grade(1, 20)]);
    expect(card && isLearning(card)).toBe(true);
    expect((card?.due.getTime() ?? 0) - (START + 20 * DAY)).toBe(10 * MINUTE);
  });
});

describe("what is due", () => {
  const items = Array.from({ length: 30 }, (_, i) => `cpu/a#card-${i}`);
  const begun = entry({ kind: "known", known: true }, 0, "cpu/a#quiz-b");
  const now = START + 3 * DAY;

  test("new cards come from chapters that the reader has begun, in reading order, a few a day", () => {
    const scope = { items: ["memory/b#card-1", ...items] };
    expect(queueOf(scope, [], now)).toEqual({ now: [], fresh: 0, next: null });
    const queue = queueOf(scope, [begun], now);
    expect(queue.now.map(({ item }) => item)).toEqual(items.slice(0, NEW_A_DAY));
    expect(queue.fresh).toBe(NEW_A_DAY);
  });

  test("those that were new today count against the day, those of yesterday do not", () => {
    const today = [0, 1, 2].map((i) => grade(4, 3 - 0.01, items[i]));
    const yesterday = [3, 4].map((i) => grade(4, 2, items[i]));
    expect(queueOf({ items }, [begun, ...today, ...yesterday], now).fresh).toBe(NEW_A_DAY - 3);
  });

  test("a chapter that was asked for gives all of its new cards, begun or not, and no others", () => {
    const scope = { items: [...items, "memory/b#card-1"], pages: ["cpu/a"] };
    expect(queueOf(scope, [], now).now).toHaveLength(30);
  });

  test("cards that are due today come before new ones, the longest overdue first; those of tomorrow do not come", () => {
    const overdue = [grade(3, 0, items[5]), grade(3, 0.01, items[5])];
    const later = [grade(4, 2.9, items[6])];
    const queue = queueOf({ items: items.slice(0, 7) }, [begun, ...overdue, ...later], now);
    expect(queue.now[0].item).toBe(items[5]);
    expect(queue.now.map(({ item }) => item)).not.toContain(items[6]);
    expect(queue).toMatchObject({ fresh: 5, next: null });
  });

  test("a card that is being learnt comes when its minutes are over, or a little earlier if nothing else is left", () => {
    const again = grade(1, 3, items[0]);
    const scope = { items: items.slice(0, 2) };
    expect(queueOf(scope, [begun, again], now + 1000).now.map(({ item }) => item)).toEqual([items[1]]);
    const rest = [begun, again, grade(4, 3, items[1])];
    expect(queueOf(scope, rest, now + 1000).now.map(({ item }) => item)).toEqual([items[0]]);
    expect(queueOf(scope, rest, now + 2 * MINUTE).now.map(({ item }) => item)).toEqual([items[0]]);
  });

  test("when all is done it tells when the next one is due", () => {
    const easy = grade(4, 3, items[0]);
    const queue = queueOf({ items: items.slice(0, 1) }, [easy], now);
    expect(queue).toEqual({ now: [], fresh: 0, next: scheduled([easy])?.due.getTime() });
    expect(sayNext(queue, now)).toBe("Done for today. The next card is due in 8 days.");
  });

  test("a grade that was taken back leaves the card as it was before", () => {
    const first = grade(4, 3, items[0]);
    const before = queueOf({ items }, [begun], now);
    expect(queueOf({ items }, [begun, first, undo(first, 3)], now)).toEqual(before);
  });

  test("cards that the book has no longer are left out, and their grades are no trouble", () => {
    expect(
      queueOf({ items: items.slice(0, 1) }, [begun, grade(3, 0, "cpu/a#card-gone")], now).now,
    ).toHaveLength(1);
  });

  test("a day ends at four in the morning", () => {
    const at = (hour: number) => new Date(2026, 5, 3, hour).getTime();
    expect(dayAfter(at(3))).toBe(at(4));
    expect(dayAfter(at(4))).toBe(new Date(2026, 5, 4, 4).getTime());
    expect(dayAfter(at(23))).toBe(new Date(2026, 5, 4, 4).getTime());
  });
});

test.each([
  [20_000, "1 minute"],
  [10 * MINUTE, "10 minutes"],
  [59.9 * MINUTE, "1 hour"],
  [DAY, "1 day"],
  [11 * DAY, "11 days"],
  [46 * DAY, "1.5 months"],
  [498 * DAY, "1.4 years"],
])("a wait of %d ms is %s", (ms, words) => {
  expect(waitText(ms)).toBe(words);
});

test("what is left is said in a sentence", () => {
  const known = (n: number) => Array.from({ length: n }, () => ({ item: "a/b#card-c", card: null }));
  expect(sayLeft({ now: known(1), fresh: 1, next: null })).toBe("1 new card.");
  expect(sayLeft({ now: known(3), fresh: 0, next: null })).toBe("3 cards to review.");
  expect(sayLeft({ now: known(3), fresh: 2, next: null })).toBe("1 card to review, 2 new ones.");
});
