import type { Entry, What } from "../../src/study/journal/entry.ts";

/** Noon of 1 June 2026. */
export const START = Date.UTC(2026, 5, 1, 12);
export const DAY = 86_400_000;

let made = 0;

/** An entry of a made-up journal, `days` after its start. */
export function entry(what: What, days = 0, item = "cpu/branches#card-cost"): Entry {
  made += 1;
  return {
    id: `t${made.toString(36)}-${made.toString(36)}`,
    at: START + Math.round(days * DAY),
    item,
    ...what,
  };
}

export const guess = (value: number, days = 0) => entry({ kind: "guess", value }, days);
export const undo = (of: Entry, days = 0) => entry({ kind: "undo", of: of.id }, days, of.item);
