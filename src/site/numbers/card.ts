import { type Card, nearestNs } from "../../bench/machine/card.ts";
import { clockText, kneeText } from "../../bench/machine/words.ts";
import { time } from "../../charts/parts/format.ts";
import { stop } from "../book/load-book.ts";
import { recordsOf } from "./records.ts";

/** Which number of a recorded machine card a sentence uses. */
export interface CardNumber {
  /** the notebook that recorded it */
  notebook: string;
  value: keyof typeof texts;
  /** which knee, from 1 */
  knee?: number;
  browser?: "Chromium" | "Firefox" | "WebKitGTK";
}

/** How each number of a card is written; undefined if this card does not have it. */
const texts = {
  clock: ({ clockUs }: Card) => clockText(clockUs),
  cores: ({ cores }: Card) => String(cores),
  scaling: ({ scaling2 }: Card) => scaling2?.ratio.toFixed(2),
  nearest: (card: Card) => time(nearestNs(card)),
  largest: ({ staircase }: Card) => time(staircase[staircase.length - 1][1]),
  knee: ({ knees }: Card, knee: number) =>
    knees.length < knee ? "nowhere in sight" : kneeText(knees[knee - 1]),
};

/** The number as text, "5 µs" or "between 24 and 48 KiB". Ends the build with one line if no record has it. */
export function cardNumberText(wanted: CardNumber): string {
  const { notebook, value, knee = 1, browser = "Chromium" } = wanted;
  // the recorder builds the pages that it is about to record
  if (process.env.HOT_PATH_RECORDING) return "…";
  const cards = recordsOf(notebook).flatMap(({ card }) => card ?? []);
  const card = cards.find((candidate) => candidate.browser.name === browser);
  const text = card && texts[value](card, knee);
  if (text === undefined)
    return stop([
      `a page uses ${JSON.stringify(wanted)}, which is on no card in notebooks/${notebook}.recorded. Run npm run record ${notebook}, or correct the names.`,
    ]);
  return text;
}
