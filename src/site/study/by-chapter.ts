import { withBase } from "../base-links.ts";
import { loadChapters } from "../chapters/load-chapters.ts";
import type { Item } from "./items.ts";

/** A chapter with those of its items that a page shows. */
export interface ChapterItems<T> {
  /** "cpu/branches" */
  id: string;
  title: string;
  href: string;
  items: T[];
}

/** Items by their chapter, in reading order; chapters without any are left out. */
export function byChapter<T extends Item>(items: readonly T[]): ChapterItems<T>[] {
  const found = Map.groupBy(items, ({ chapter }) => chapter);
  return loadChapters(process.cwd()).flatMap(({ id, title }) => {
    const own = found.get(id);
    return own ? [{ id, title, href: withBase(import.meta.env.BASE_URL, `/${id}/`), items: own }] : [];
  });
}
