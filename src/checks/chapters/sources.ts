import type { Check } from "../check.ts";
import { pagesOf } from "../files.ts";
import { type MarkNode, type Page, sayAt } from "../prose/page.ts";

/** A source can be found again: it has a title and a date. */
export const sources: Check = {
  name: "sources",
  run: async (root) => pagesOf(root).flatMap(sourceProblems),
};

const YEAR = /\b(?:1[89]|20)\d\d\b/;

/** Sources of a page that lack something. */
export function sourceProblems(page: Page): string[] {
  return page.nodes
    .filter(({ node, inside }) => node.type === "listItem" && inside.at(-1) === "Sources")
    .flatMap(({ node }) => {
      const { start, end } = node.position;
      const source = page.text.slice(start.offset, end.offset);
      const words = [...textsIn(node)].join("");
      const say = (what: string, fix: string) => [sayAt(page, start.offset, what, fix)];
      if (!/“[^”]{3,}”|\*[^*]{3,}\*|\[[^\]]{3,}\]\(/.test(source))
        return say(
          "this source has no title",
          "Put it in “quotes”, in *italics* for a book, or in a [link](https://…)",
        );
      if (!YEAR.test(words))
        return say(
          "this source has no year",
          "Add when it was published, or for a page that changes “read on 27 November 2026”",
        );
      return [];
    });
}

function* textsIn(node: MarkNode): Generator<string> {
  if (node.type === "text" || node.type === "inlineCode") yield node.value ?? "";
  for (const child of node.children ?? []) yield* textsIn(child);
}
