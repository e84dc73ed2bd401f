import { browserLabel, recordedLabel } from "../../bench/browser/label.ts";
import { isEdited, ownLabel } from "../../bench/edited.ts";
import type { Outcome, Result } from "../../bench/types.ts";
import { NO_BREAK } from "./format.ts";

/** A result with the name the figures give it. */
export interface Entry {
  result: Result;
  own: boolean;
  /** "You", "You, edited", "recorded: Chromium 156" */
  label: string;
  /** "Chromium 156" */
  browser: string;
}

/** The reader's own result first, then every recorded one; those that `accept` refuses are left out. */
export function entries(outcome: Outcome, accept: (result: Result) => boolean): Entry[] {
  const recorded = outcome.recorded.filter(accept);
  const own = outcome.own && accept(outcome.own) ? [outcome.own] : [];
  return [
    ...own.map((result) => ({ result, own: true, label: ownLabel(result), browser: browserOf(result) })),
    ...recorded.map((result) => {
      const browser = recordedLabel(result, recorded);
      return { result, own: false, label: `recorded: ${browser}`, browser };
    }),
  ];
}

function browserOf({ environment }: Result): string {
  return browserLabel(environment);
}

/** "You: Chromium 156", "You, edited: Chromium 156", "recorded: Chromium 156": a panel's title and the name of a line of a table. */
export function titleOf({ own, label, browser }: Entry): string {
  return own ? `${label}: ${browser}` : label;
}

/** Where a sentence about the entry begins. */
export function placeOf({ own, browser, result }: Entry): string {
  if (!own) return `Recorded in ${browser}`;
  return isEdited(result) ? "On this machine, with edited code" : "On this machine";
}

/** Names that occur in several results, each once, in order; a name's place gives its colour everywhere. */
export function namesOf(names: string[][]): string[] {
  return [...new Set(names.flat())];
}

/** What the harness said of this result under any of these codes, as sentences. */
export function saidOf({ result }: Entry, codes: string[]): string {
  const said = result.warnings.filter(({ code }) => codes.includes(code));
  return said
    .map(({ sentence }) => ` The run warned: “${sentence.replaceAll(" %", `${NO_BREAK}%`)}”`)
    .join("");
}

/** "element" or "call": what one time is the time of. */
export function perWhat(outcome: Outcome): string {
  return outcome.spec.per?.what ?? "call";
}

/** Time of one `per.what` from the time of one call. */
export function perOne(ns: number, { bench: { per } }: Result): number {
  return ns / (per?.count ?? 1);
}
