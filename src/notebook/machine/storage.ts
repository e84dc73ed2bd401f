import type { Card } from "../../bench/machine/card.ts";
import { parseCard } from "../../bench/machine/parse-card.ts";

/** Where the card lies on the device; the version of its shape is a field of the card. */
const KEY = "hot-path:card";

/** What the device has: no card, one, something that this version of the book cannot read, or a storage that is closed to this page. */
export type Kept = { state: "none" | "unreadable" | "blocked"; card: null } | { state: "kept"; card: Card };

/** A card that could not be stored, for as long as the page lives. */
let unstored: Card | null = null;

/** Reads the card of this device. Never throws. */
export function keptCard(): Kept {
  let text: string | null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return { state: "blocked", card: null };
  }
  if (text === null) return { state: "none", card: null };
  try {
    return { state: "kept", card: parseCard(JSON.parse(text), "card") };
  } catch {
    return { state: "unreadable", card: null };
  }
}

/** Keeps a card in place of the one before; false if the browser lets this page store nothing. */
export function keepCard(card: Card): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(card));
    unstored = null;
    return true;
  } catch {
    unstored = card;
    return false;
  }
}

/** The card to attach to a result: the kept one, or what could not be stored. */
export function currentCard(): Card | null {
  return unstored ?? keptCard().card;
}

/** Deletes the card. */
export function forgetCard(): void {
  unstored = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // a storage that is closed holds no card either
  }
}
