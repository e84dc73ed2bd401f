import { getCollection } from "astro:content";
import { book } from "virtual:hot-path/book";
import { previewsOf } from "./previews.ts";

let pages: ReadonlySet<string> | undefined;

/** Whether a page has a preview image of its own. A build reads the collection once for all pages. */
export async function hasPreview(id: string): Promise<boolean> {
  const known = import.meta.env.DEV ? undefined : pages;
  pages = known ?? new Set(previewsOf(book, await getCollection("docs")).keys());
  return pages.has(id);
}
