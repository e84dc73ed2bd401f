import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "../check.ts";
import { proseOf, textOf } from "../files.ts";
import { americanWords, isAmerican } from "./american.ts";
import { sayAt } from "./page.ts";
import type { Prose } from "./prose.ts";
import { type Misspelt, misspeltWords } from "./speller.ts";
import { sortedWordList, WORDS_FILE, wordListProblems, wordsOf } from "./word-list.ts";

/** Spelling is British, and words that no dictionary has stand in the book's own list. */
export const spelling: Check = {
  name: "spelling",
  run: async (root) => {
    const list = existsSync(join(root, WORDS_FILE)) ? textOf(root, WORDS_FILE) : "";
    const prose = proseOf(root);
    const found = await misspeltWords(root, prose, wordsOf(list));
    return [
      ...wordListProblems(list),
      ...prose.flatMap((one, i) => [
        ...americanWords(one),
        ...found[i].filter(({ word }) => !isAmerican(word)).map((word) => problem(one, word)),
      ]),
    ];
  },
  fix: async (root) => {
    if (existsSync(join(root, WORDS_FILE)))
      writeFileSync(join(root, WORDS_FILE), sortedWordList(textOf(root, WORDS_FILE)));
  },
};

function problem(prose: Prose, { offset, word, suggestions }: Misspelt): string {
  const perhaps =
    suggestions.length > 0 ? `Perhaps ${suggestions.map((one) => `“${one}”`).join(" or ")}; if not, a` : "A";
  return sayAt(prose, offset, `“${word}” is in no dictionary`, `${perhaps}dd it to ${WORDS_FILE}`);
}
