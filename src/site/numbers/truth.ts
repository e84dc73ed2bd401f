import type { Prediction } from "../study/items.ts";
import { factText, loadFact } from "./facts.ts";
import { recordedRange, valueText } from "./recorded.ts";

/** What a predicted number is held against. */
export interface Truth {
  /** both in `unit`; the same if there is one number only */
  low: number;
  high: number;
  unit: string;
  /** "3.1× to 4.9×" */
  text: string;
}

/** The recorded numbers of all browsers, or a fact. */
export function truthOf(source: NonNullable<Prediction["truth"]>): Truth {
  if ("fact" in source) {
    const fact = loadFact(source.fact);
    const [low, high] = Array.isArray(fact.value) ? fact.value : [fact.value, fact.value];
    return { low, high, unit: fact.unit, text: factText(fact) };
  }
  const { recorded } = source;
  const range = recordedRange(recorded);
  const texts = [...new Set(range.map((number) => valueText(recorded, number)))];
  const [low, high] = range;
  return { low, high, unit: recorded.value === "ratio" ? "×" : "ns", text: texts.join(" to ") };
}
