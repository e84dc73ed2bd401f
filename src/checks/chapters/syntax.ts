import { parseMdx } from "../../site/study/mdx.ts";
import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";

/** Pages can be parsed. The other checks leave out those that cannot. */
export const syntax: Check = {
  name: "syntax of pages",
  run: async (root) =>
    filesOf(root, "content/**/*.mdx").flatMap((file) => syntaxProblems(file, textOf(root, file))),
};

/** What the parser says of a page. */
export function syntaxProblems(file: string, text: string): string[] {
  try {
    parseMdx(text);
    return [];
  } catch (error) {
    // its messages begin with their place
    const [, place = "1:1", what] = /^(?:(\d+:\d+): )?(.*)/.exec((error as Error).message) ?? [];
    return [`${file}:${place}: ${what.replace(/\.$/, "")}. Correct the MDX there.`];
  }
}
