import type { Check } from "../check.ts";
import { proseOf } from "../files.ts";
import { sayAt } from "./page.ts";
import type { Prose } from "./prose.ts";

/** Words that tell a reader who does not see it at once that the fault is theirs. */
const unwanted = /\b(?:simply|just|obviously)\b/gi;

/** No sentence calls itself simple. */
export const houseWords: Check = {
  name: "house words",
  run: async (root) => proseOf(root).flatMap(houseWordProblems),
};

/** The words that the book does without, each with its place. */
export function houseWordProblems(prose: Prose): string[] {
  return [...prose.words.matchAll(unwanted)].map(({ index, 0: word }) =>
    sayAt(
      prose,
      index,
      `“${word}” tells a reader nothing`,
      `Leave it out${word.toLowerCase() === "just" ? ", or write “only”, “exactly” or “a moment ago”" : ""}`,
    ),
  );
}
