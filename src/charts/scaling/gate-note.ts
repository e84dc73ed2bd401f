import { SCALING_GATE } from "../../bench/defaults.ts";
import { hadFreeCores } from "../../bench/parallel/scaling.ts";
import { type Entry, placeOf } from "../parts/entries.ts";
import { ratio } from "../parts/format.ts";

/** Why nothing may be read from the panel of a parallel result, if its cores were not free. */
export function gateNote(entry: Entry): string[] {
  const { parallel } = entry.result;
  if (parallel === null || hadFreeCores(parallel)) return [];
  const where = placeOf(entry);
  if (parallel.scaling2 === null)
    return [
      `${where}, whether two cores were free was not measured, so the curve says nothing about sharing.`,
    ];
  const found = ratio(parallel.scaling2.ratio);
  return [
    `${where}, two workers that share nothing did only ${found} the work of one (at least ${ratio(SCALING_GATE)} is needed). The cores were not free, so the curve says nothing about sharing.`,
  ];
}
