import { book } from "virtual:hot-path/book";
import type { APIRoute } from "astro";
import { ankiText } from "../../study/anki.ts";
import { ankiNote, loadCards } from "../../study/cards.ts";

/** Every card of the book, for Anki to import. */
export const GET: APIRoute = ({ site }) => {
  const root = new URL(import.meta.env.BASE_URL, site).href;
  return new Response(ankiText(loadCards(book).map((card) => ankiNote(card, book, root))), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
};
