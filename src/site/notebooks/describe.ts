import { browserLabel } from "../../bench/browser/label.ts";
import { CARD_NOTEBOOK } from "../../bench/machine/card.ts";
import { cardLine } from "../../bench/machine/words.ts";
import { dayText } from "../../bench/text/day.ts";
import type { Notebook } from "../../notebook/compile/write.ts";
import type { Stated } from "../../notebook/needs/need.ts";

/** The line below a notebook that says where its recorded results come from. */
export function recordedOn({ recorded }: Pick<Notebook, "recorded">): string {
  if (recorded.length === 0) return "Nothing recorded yet: Run measures on this machine.";
  const machines = new Map<string, string[]>();
  for (const { machine, recordedAt, results } of recorded) {
    const [result] = Object.values(results);
    const where = machine
      ? [machine.cpu, machine.os, machine.note].filter(Boolean).join(", ")
      : "a reader’s machine";
    const key = `${dayText(recordedAt)} on ${where}`;
    machines.set(key, [...(machines.get(key) ?? []), browserLabel(result.environment)]);
  }
  // the page of the cards shows them whole
  const cards = recorded.flatMap(({ card, notebook }) => (card && notebook !== CARD_NOTEBOOK ? [card] : []));
  return [
    ...[...machines].map(([key, browsers]) => `Recorded ${key}: ${browsers.join(", ")}.`),
    ...cards.map((card) => `Measured on: ${cardLine(card)}.`),
  ].join(" ");
}

/** What the shown cells of a notebook need, for `data-needs`; undefined if nothing is measured and nothing special is needed. */
export function statedNeeds(
  { recorded }: Pick<Notebook, "recorded">,
  cells: Pick<Notebook["cells"][number], "kind" | "needs">[],
): string | undefined {
  const experiments = cells.filter(({ kind }) => kind === "bench").map(({ needs }) => needs);
  const page = [...new Set(cells.filter(({ kind }) => kind === "host").flatMap(({ needs }) => needs))];
  if (experiments.length === 0 && page.length === 0) return undefined;
  const stated: Stated = { experiments, page, recorded: recorded.length > 0 };
  return JSON.stringify(stated);
}
