import type { Book } from "../book/book.ts";
import { partOf } from "../book/book.ts";

/** What the preview image of a page says: the picture that chats and timelines show beside a link. */
export interface Preview {
  /** the part of a chapter; "" elsewhere */
  kicker: string;
  title: string;
  text: string;
}

/** Width and height in pixels: the shape that readers of Open Graph show uncut. */
export const SIZE = { width: 1200, height: 630 };

/** Address of the image of pages that have none of their own, below `/social/` and without its ending. */
export const siteImage = "hot-path";

/** The line below every title says already what the book is. */
const home: Preview = {
  kicker: "",
  title: "Every claim is an experiment",
  text: "You read what was recorded on named machines, press Run, and see what your own machine says beside it, with an honest verdict.",
};

/** What a page of the content collection says of itself. */
interface Entry {
  id: string;
  data: { title: string; description?: string };
}

/**
 * The previews of the book by address below `/social/`, without the ending: one for each page of the content, one for each
 * part. The home page's stands for every other page.
 */
export function previewsOf(book: Book, entries: readonly Entry[]): Map<string, Preview> {
  const ofPages = entries.map(({ id, data }): [string, Preview] =>
    id === "index"
      ? [siteImage, home]
      : [id, { kicker: partOf(book, id)?.title ?? "", title: data.title, text: data.description ?? "" }],
  );
  const ofParts = book.parts.map(({ id, title, summary }): [string, Preview] => [
    id,
    { kicker: "", title, text: summary },
  ]);
  return new Map([...ofPages, ...ofParts]);
}
