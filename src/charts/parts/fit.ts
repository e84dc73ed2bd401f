import { TEXT_SIZE } from "./defaults.ts";

/** Advance of a character as a fraction of its size: that of the book's monospaced interface font. */
const ADVANCE = 0.6;

/** Room that words take, in pixels. */
export function widthOf(words: string): number {
  return words.length * ADVANCE * TEXT_SIZE;
}

/** The words, or as many as fit into `most` pixels and an ellipsis. */
export function cut(words: string, most: number): string {
  if (widthOf(words) <= most) return words;
  const kept = [...words];
  while (kept.length > 1 && widthOf(`${kept.join("")}…`) > most) kept.pop();
  return `${kept.join("").trimEnd()}…`;
}
