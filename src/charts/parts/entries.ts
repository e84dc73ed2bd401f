import { browserLabel } from "../../bench/browser/label.ts";
import type { Outcome, Result } from "../../bench/types.ts";

/** A result with the name the figures give it. */
export interface Entry {
  result: Result;
  own: boolean;
  /** "You", "recorded: Chromium 156" */
  label: string;
  /** "Chromium 156" */
  browser: string;
}

/** The reader's own result first, then every recorded one; those that `accept` refuses are left out. */
export function entries(outcome: Outcome, accept: (result: Result) => boolean): Entry[] {
  const recorded = outcome.recorded.filter(accept);
  const own = outcome.own && accept(outcome.own) ? [outcome.own] : [];
  return [
    ...own.map((result) => ({ result, own: true, label: "You", browser: browserOf(result) })),
    ...recorded.map((result) => {
      const browser = distinct(result, recorded);
      return { result, own: false, label: `recorded: ${browser}`, browser };
    }),
  ];
}

function browserOf({ environment }: Result): string {
  return browserLabel(environment);
}

/** The browser, with the system where another record has the same browser. */
function distinct(result: Result, all: Result[]): string {
  const name = browserOf(result);
  const shared = all.filter((other) => browserOf(other) === name).length > 1;
  return shared ? `${name}, ${result.environment.os}` : name;
}

/** "element" or "call": what one time is the time of. */
export function perWhat(outcome: Outcome): string {
  return outcome.spec.per?.what ?? "call";
}

/** Time of one `per.what` from the time of one call. */
export function perOne(ns: number, { bench: { per } }: Result): number {
  return ns / (per?.count ?? 1);
}
