import { NO_BREAK, short } from "../../bench/text/units.ts";
import { logOff, type Range } from "./off.ts";

/** A factor nearer to 1 than this is no miss worth telling: guesses are made in round numbers. */
export const NEAR = 1.05;

/** A number and its unit: "2×", "4.1 ns". */
function quantity(number: string, unit: string): string {
  return unit === "×" || unit === "" ? number + unit : number + NO_BREAK + unit;
}

/** "1.6 times too low", "right". */
export function offText(guess: number, range: Range): string {
  const off = logOff(guess, range);
  const factor = Math.exp(Math.abs(off));
  return factor < NEAR ? "right" : `${short(factor)} times too ${off < 0 ? "low" : "high"}`;
}

/** A predicted number, and all that it is held against. */
export interface Predicted extends Range {
  guess: number;
  unit: string;
  /** what is known, as it stands in a sentence: "what was recorded, 3.1× to 4.9×" */
  known: string;
  /** the reader's own result */
  own?: number;
}

/** What became of a guess, in a sentence or two. */
export function verdict({ guess, unit, known, own, ...range }: Predicted): string {
  const typed = guess.toLocaleString("en-GB", { maximumSignificantDigits: 6 });
  const said = `You said ${quantity(typed, unit)}. Against ${known}, that is ${offText(guess, range)}`;
  if (own === undefined) return `${said}.`;
  return `${said}; against your own run, ${quantity(short(own), unit)}, it is ${offText(guess, { low: own, high: own })}.`;
}
