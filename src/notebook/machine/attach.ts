import { CARD_NOTEBOOK, type Card, cardOf } from "../../bench/machine/card.ts";
import { cardLine } from "../../bench/machine/words.ts";
import { dayText } from "../../bench/text/day.ts";
import type { NotebookRecord } from "../record/record.ts";
import { CARD_EVENT, type CardMade } from "./event.ts";
import { probeFeatures } from "./features.ts";
import { currentCard, keepCard } from "./storage.ts";

/**
 * The record with the card of this machine, if there is one. The run of the card's own notebook makes a new one, keeps it
 * on the device and tells the page; any other run shows in a line what it was measured on.
 */
export async function withCard(notebook: HTMLElement, record: NotebookRecord): Promise<NotebookRecord> {
  const made = await makeCard(record);
  const card = made ?? currentCard();
  if (card === null) return record;
  if (made) {
    const detail: CardMade = { card: made, stored: keepCard(made) };
    notebook.dispatchEvent(new CustomEvent(CARD_EVENT, { detail }));
  } else showLine(notebook, card);
  return { ...record, card };
}

/** None of changed code: what it measures is no longer what the card says. */
async function makeCard({ notebook, recordedAt, results, edits }: NotebookRecord): Promise<Card | null> {
  const { staircase, workers } = results;
  if (edits || notebook !== CARD_NOTEBOOK || !staircase?.sweep || !workers) return null;
  return cardOf(staircase, workers, await probeFeatures(), recordedAt);
}

/** One line at the end of the notebook, in place of an earlier one. */
function showLine(notebook: HTMLElement, card: Card): void {
  const line = notebook.querySelector(".nb-card") ?? document.createElement("p");
  line.className = "nb-card";
  const link = document.createElement("a");
  // the manifest lies below the root of the book
  link.href = `${notebook.dataset.manifest?.split("/_notebooks/")[0]}/machine/`;
  link.textContent = `Card of ${dayText(card.measuredAt)}`;
  line.replaceChildren(`Your run was measured on: ${cardLine(card)}. `, link, ".");
  notebook.querySelector(".nb-machine")?.append(line);
}
