import { expect, test } from "vitest";
import { isRead, look, secondsToRead, wordsIn } from "../../src/study/progress/section.ts";

const window = { top: 0, bottom: 800 };
const nothing = { seconds: 0, end: false };

test("a section takes a third of its reading time, and five seconds at least", () => {
  expect(secondsToRead(600)).toBe(60);
  expect(secondsToRead(20)).toBe(5);
  expect(wordsIn("It’s 2 half-open words, don't count: — …")).toBe(6);
});

test("time passes only while a part of the section is on the screen", () => {
  expect(look(nothing, { top: 900, bottom: 2000 }, window, 1)).toEqual(nothing);
  expect(look(nothing, { top: -500, bottom: -1 }, window, 1)).toEqual(nothing);
  expect(look(nothing, { top: 700, bottom: 2000 }, window, 1)).toEqual({ seconds: 1, end: false });
});

test("the end is seen when it is on the screen, and stays seen", () => {
  const seen = look(nothing, { top: -900, bottom: 700 }, window, 1);
  expect(seen).toEqual({ seconds: 1, end: true });
  expect(look(seen, { top: 100, bottom: 1700 }, window, 1)).toEqual({ seconds: 2, end: true });
});

test("a section that was scrolled through is not read, nor one that was begun and left", () => {
  expect(isRead({ seconds: 4, end: true }, 600)).toBe(false);
  expect(isRead({ seconds: 400, end: false }, 600)).toBe(false);
  expect(isRead({ seconds: 60, end: true }, 600)).toBe(true);
});
