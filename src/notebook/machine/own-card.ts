import type { Card } from "../../bench/machine/card.ts";
import { dayText } from "../../bench/text/day.ts";
import { machineCard } from "../../charts/machine/machine-card.ts";

/** The reader's own card, drawn. */
export function ownCard(card: Card): HTMLElement {
  return machineCard(card, "Your machine", dayText(card.measuredAt));
}
