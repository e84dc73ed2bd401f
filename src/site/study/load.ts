import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Book, chapterIds } from "../book/book.ts";
import { stop } from "../book/load-book.ts";
import { collect } from "./collect.ts";
import type { Item } from "./items.ts";

/** The part that explains the book itself: its examples are no part of a reader's study. */
const ABOUT = "reference";

/** The chapters that a reader studies, in reading order. */
export function studiedChapters(book: Book): string[] {
  return chapterIds(book).filter((id) => !id.startsWith(`${ABOUT}/`));
}

/** Everything that the chapters ask, in reading order. Ends the build with one line per mistake. */
export function loadItems(book: Book): Item[] {
  const found = studiedChapters(book).map((chapter) => {
    const file = `content/${chapter}.mdx`;
    return collect(readFileSync(join(process.cwd(), file), "utf8"), file, chapter);
  });
  const problems = found.flatMap((one) => one.problems);
  if (problems.length > 0) stop(problems);
  return found.flatMap((one) => one.items);
}
