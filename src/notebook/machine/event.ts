import type { Card } from "../../bench/machine/card.ts";

/** Happens to the notebook whose run has made a card. */
export const CARD_EVENT = "hot-path:card";

export interface CardMade {
  card: Card;
  /** false if the browser lets the page store nothing */
  stored: boolean;
}
