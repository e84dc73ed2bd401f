import { browserLabel } from "../bench/browser/label.ts";
import { dayText } from "../bench/text/day.ts";
import { machineCard } from "../charts/machine/machine-card.ts";
import { shortProcessor } from "../notebook/record/record.ts";
import { installDom } from "../notebook/render/dom.ts";
import { recordsOf } from "./numbers/records.ts";

/** A recorded card as the page shows it. */
export interface ShownCard {
  /** "Firefox 153" */
  browser: string;
  machine: string;
  html: string;
}

/** The cards in the records of a notebook, drawn as the page draws the reader's own. */
export function recordedCards(notebook: string): ShownCard[] {
  installDom();
  return recordsOf(notebook).flatMap(({ card, machine }) => {
    if (!card) return [];
    const name = machine ? shortProcessor(machine.cpu) : "a reader’s machine";
    const drawn = machineCard(card, `Recorded: ${name}`, dayText(card.measuredAt));
    return [{ browser: browserLabel(card), machine: name, html: drawn.outerHTML }];
  });
}
