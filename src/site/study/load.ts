import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Book, chapterIds } from "../book/book.ts";
import { stop } from "../book/load-book.ts";
import { keptByFile } from "../kept.ts";
import { collect } from "./collect.ts";
import type { Item } from "./items.ts";

/** The part that explains the book itself: its examples are no part of a reader's study. */
const ABOUT = "reference";

/** The chapters that a reader studies, in reading order. */
export function studiedChapters(book: Book): string[] {
  return chapterIds(book).filter((id) => !id.startsWith(`${ABOUT}/`));
}

const read = keptByFile((path) => {
  const file = relative(process.cwd(), path).replaceAll("\\", "/");
  return collect(readFileSync(path, "utf8"), file, file.replace(/^content\/|\.mdx$/g, ""));
});

/** Everything that the chapters ask, in reading order. Ends the build with one line per mistake. */
export function loadItems(book: Book): Item[] {
  const found = studiedChapters(book).map((chapter) => read(join(process.cwd(), `content/${chapter}.mdx`)));
  const problems = found.flatMap((one) => one.problems);
  if (problems.length > 0) stop(problems);
  return found.flatMap((one) => one.items);
}
