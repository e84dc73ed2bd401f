import type { Check } from "../check.ts";
import { pagesOf } from "../files.ts";
import { type Page, sayAt } from "./page.ts";

/** Headings go down one level at a time, so that those who listen to a page know where they are. */
export const headings: Check = {
  name: "headings",
  run: async (root) => pagesOf(root).flatMap(headingProblems),
};

/** Headings that leave out a level. The title of the page is the first. */
export function headingProblems(page: Page): string[] {
  let above = 1;
  return page.nodes.flatMap(({ node }) => {
    const { type, depth = 0, position } = node;
    if (type !== "heading") return [];
    const allowed = above + 1;
    above = depth;
    if (depth === 1)
      return [
        sayAt(
          page,
          position.start.offset,
          "the page has a second title",
          "Begin it with ##; the title stands in the front matter",
        ),
      ];
    if (depth <= allowed) return [];
    const what = `this heading of level ${depth} follows one of level ${allowed - 1}`;
    return [sayAt(page, position.start.offset, what, `Begin it with ${"#".repeat(allowed)}`)];
  });
}
