import type { Prediction } from "../study/items.ts";
import { factText, loadFact } from "./facts.ts";
import { recordedRange, valueText } from "./recorded.ts";

/** What a predicted number is held against. */
export interface Truth {
  /** both in `unit`; the same if there is one number only */
  low: number;
  high: number;
  unit: string;
  /** in a sentence: "what was recorded, 3.1× to 4.9×" */
  known: string;
}

/** The recorded numbers of all browsers, or a fact. */
export function truthOf(source: NonNullable<Prediction["truth"]>): Truth {
  if ("fact" in source) {
    const fact = loadFact(source.fact);
    const [low, high] = Array.isArray(fact.value) ? fact.value : [fact.value, fact.value];
    return { low, high, unit: fact.unit, known: `the answer, ${factText(fact)}` };
  }
  const { recorded } = source;
  const range = recordedRange(recorded);
  const texts = [...new Set(range.map((number) => valueText(recorded, number)))];
  const [low, high] = range;
  const unit = recorded.value === "ratio" ? "×" : "ns";
  return { low, high, unit, known: `what was recorded, ${texts.join(" to ")}` };
}
