import type { CoherenceMessage } from "./protocol.ts";
import type { CoherenceStep } from "./run.ts";

/** The messages of a step, in their order, as clauses. */
export function messageWords({ messages }: CoherenceStep): string[] {
  return messages.map(wordsOf);
}

function wordsOf({ kind, from }: CoherenceMessage): string {
  const who = from === "memory" ? "memory" : `core ${from}`;
  return {
    read: `${who} asks for a copy`,
    own: `${who} asks for the only copy`,
    invalidate: `${who} tells the others to drop theirs`,
    line: `${who} sends the line`,
    "write-back": `${who} writes the line back to memory`,
  }[kind];
}
