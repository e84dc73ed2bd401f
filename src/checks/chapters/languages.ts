import { languageNames } from "../../site/code/languages.ts";
import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";
import { nearest } from "./nearest.ts";

/** The beginning or the end of a block of code, with what follows on the line (CommonMark 4.5). */
const FENCE = /^ *(`{3,}|~{3,})([^`\s]*)/;

/** Blocks of code name a language that can be set in colours. */
export const languages: Check = {
  name: "languages of code",
  run: async (root) =>
    filesOf(root, "content/**/*.{md,mdx}").flatMap((file) => languageProblems(file, textOf(root, file))),
};

function languageProblems(file: string, text: string): string[] {
  const problems: string[] = [];
  let open = "";
  for (const [i, line] of text.split("\n").entries()) {
    const [, fence, language] = FENCE.exec(line) ?? [];
    if (!fence) continue;
    if (open) {
      if (fence.startsWith(open) && !language) open = "";
      continue;
    }
    open = fence;
    if (languageNames.includes(language)) continue;
    const meant = nearest(language, languageNames);
    const fix = meant ? `Perhaps “${meant}” is meant` : "Write text for one without";
    problems.push(
      `${file}:${i + 1}:${line.indexOf(language) + 1}: Shiki knows no language “${language}”. ${fix}.`,
    );
  }
  return problems;
}
