import type { Position } from "../error.ts";

/** Line and column, from 1, of an offset into a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

/** Where a pattern first matches; the beginning of the text if nowhere. */
export function positionOfMatch(text: string, pattern: RegExp): Position {
  return positionAt(text, Math.max(0, text.search(pattern)));
}

/** A pattern for a word that stands alone, given as it is written. */
export function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![\\w$])${word.replace(/[.*+?^$()|[\]{}\\]/g, "\\$&")}(?![\\w$])`);
}
