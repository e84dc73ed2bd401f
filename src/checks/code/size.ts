import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";

/** A file that is longer has more than one purpose. */
const MOST_LINES = 350;

/** Files of code are short. */
export const size: Check = {
  name: "size of files",
  run: async (root) =>
    filesOf(root, "{src,tests}/**/*.{ts,js,astro,css}")
      .filter((file) => !LIST.test(file))
      .flatMap((file) => sizeProblems(file, textOf(root, file))),
};

/** Lists of mistakes that tests make are as long as there are mistakes. */
const LIST = /^tests\/.*\/(list|mistakes|mutations)\.ts$/;

/** A file of code that is too long. */
export function sizeProblems(file: string, text: string): string[] {
  const lines = text.split("\n").length - 1;
  if (lines <= MOST_LINES) return [];
  return [
    `${file}:${MOST_LINES + 1}:1: has ${lines} lines of ${MOST_LINES}. Split it: each file has one purpose, which its name says.`,
  ];
}
