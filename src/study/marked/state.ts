import type { Confidence, Entry } from "../journal/entry.ts";

/** What the reader made of a quiz or a question. */
export type State = "open" | "had" | "missed" | Confidence;

/** By the newest of the entries about one item, which stand in the order of time. */
export function stateOf(entries: readonly Entry[]): State {
  return entries.reduce<State>((state, entry) => stateBy(entry) ?? state, "open");
}

function stateBy(entry: Entry): State | undefined {
  if (entry.kind === "confidence") return entry.confidence;
  if (entry.kind === "known") return entry.known ? "had" : "missed";
  if (entry.kind === "choice") return entry.right ? "had" : "missed";
}
