import { type Entry, inOrder, type Kind } from "../journal/entry.ts";

/** Singular and plural of what the kinds of entries are to the reader. */
const WORDS: Record<Kind, [one: string, many: string]> = {
  guess: ["predicted number", "predicted numbers"],
  measured: ["result of your own", "results of your own"],
  choice: ["chosen option", "chosen options"],
  known: ["mark of a quiz", "marks of quizzes"],
  confidence: ["mark of a question", "marks of questions"],
  grade: ["grade of a card", "grades of cards"],
  solved: ["mark of an exercise", "marks of exercises"],
  read: ["mark of a section", "marks of sections"],
  path: ["choice of a path", "choices of paths"],
  interview: ["mock interview", "mock interviews"],
  undo: ["correction", "corrections"],
};

/** What there is, in a sentence: "3 entries from 1 June 2026 to 27 November 2026: 2 predicted numbers, 1 chosen option." */
export function summaryText(entries: readonly Entry[]): string {
  if (entries.length === 0) return "There are no entries yet.";
  const sorted = inOrder(entries);
  const [first, last] = [day(sorted[0].at), day(sorted[sorted.length - 1].at)];
  const when = first === last ? `of ${first}` : `from ${first} to ${last}`;
  const kinds = Object.keys(WORDS) as Kind[];
  const parts = kinds.flatMap((kind) => {
    const n = entries.filter((entry) => entry.kind === kind).length;
    return n === 0 ? [] : [count(n, ...WORDS[kind])];
  });
  return `${count(entries.length, "entry", "entries")} ${when}: ${parts.join(", ")}.`;
}

/** "1 entry", "1,200 entries". */
export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}

/** "1 June 2026", in the reader's time zone. */
function day(at: number): string {
  return new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
