import { type Book, type Part, partOf } from "../book/book.ts";
import { byChapter, type ChapterItems } from "./by-chapter.ts";
import type { Item } from "./items.ts";

/** Items by part and chapter, in reading order; what has none is left out. */
export function byPart<T extends Item>(
  book: Book,
  items: readonly T[],
): { part: Part; chapters: ChapterItems<T>[] }[] {
  const chapters = byChapter(items);
  return book.parts.flatMap((part) => {
    const own = chapters.filter(({ id }) => partOf(book, id) === part);
    return own.length > 0 ? [{ part, chapters: own }] : [];
  });
}
