import { type Book, partOf } from "../book/book.ts";
import type { AnkiNote } from "./anki.ts";
import { bodyHtml, inlineHtml } from "./html.ts";
import type { Card } from "./items.ts";
import { loadItems } from "./load.ts";

/** All cards of the book, in reading order. */
export function loadCards(book: Book): Card[] {
  return loadItems(book).filter((item) => item.kind === "card");
}

/**
 * A card for Anki: numbers as text, links that lead to the site.
 * @param root address of the book, with a slash at the end
 */
export function ankiNote({ key, chapter, asks, body }: Card, book: Book, root: string): AnkiNote {
  const plain = (html: string) => html.replace(/<\/?data\b[^>]*>/g, "");
  return {
    guid: `hot-path/${key}`,
    front: inlineHtml(asks),
    back: plain(bodyHtml(body, root)),
    deck: `Hot Path::${partOf(book, chapter)?.title}`,
    tag: `hot-path::${chapter.replace("/", "::")}`,
  };
}
