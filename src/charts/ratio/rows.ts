import type { Comparison, Outcome } from "../../bench/types.ts";
import { type Entry, entries, perOne } from "../parts/entries.ts";

/** One comparison of one result, in the unit of the figure. */
export interface RatioRow {
  entry: Entry;
  comparison: Comparison;
  /** ns per call or per `per.what` */
  variantNs: number;
  baselineNs: number;
}

/** The rows of one variant: the reader's own first, then the recorded ones. */
export interface RatioGroup {
  variant: string;
  baseline: string;
  rows: RatioRow[];
}

/** Comparisons grouped by what is compared, in the order of the first result that has them. */
export function ratioGroups(outcome: Outcome): RatioGroup[] {
  const groups = new Map<string, RatioGroup>();
  for (const entry of entries(outcome, (result) => result.kind === "comparison")) {
    for (const comparison of entry.result.comparisons) {
      const { variant, baseline } = comparison;
      const key = JSON.stringify([variant, baseline]);
      const group = groups.get(key) ?? { variant, baseline, rows: [] };
      groups.set(key, group);
      group.rows.push({
        entry,
        comparison,
        variantNs: typical(entry, variant),
        baselineNs: typical(entry, baseline),
      });
    }
  }
  return [...groups.values()];
}

function typical({ result }: Entry, name: string): number {
  const variant = result.variants.find((variant) => variant.name === name);
  return variant ? perOne(variant.typicalNs, result) : Number.NaN;
}
