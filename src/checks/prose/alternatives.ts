import type { Check } from "../check.ts";
import { filesOf, pagesOf, textOf } from "../files.ts";
import { type Page, sayAt } from "./page.ts";

/** Every picture says in words what it shows. */
export const alternatives: Check = {
  name: "text alternatives",
  run: async (root) => [
    ...pagesOf(root).flatMap(imageProblems),
    ...[...filesOf(root, "content/**/*.{astro,mdx}"), ...filesOf(root, "notebooks/*/*.html")].flatMap(
      (file) => tagProblems({ file, text: textOf(root, file) }),
    ),
  ],
};

const FIX = "Say in it everything that the picture shows";

/** Images in Markdown. */
export function imageProblems(page: Page): string[] {
  return page.nodes.flatMap(({ node }) =>
    node.type === "image" && !node.alt?.trim()
      ? [
          sayAt(
            page,
            node.position.start.offset,
            "the image has no text alternative",
            `${FIX}: ![…](${node.url})`,
          ),
        ]
      : [],
  );
}

/** `<Figure>` and `<img>`, outside of code. */
export function tagProblems(page: Pick<Page, "file" | "text">): string[] {
  // code is blanked, so that examples are no pictures
  const text = page.text.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, " "));
  return [...text.matchAll(/<(Figure|img)\b(?:"[^"]*"|\{[^}]*\}|[^>"{])*>/g)].flatMap(
    ({ index, 0: tag, 1: name }) =>
      /\salt=("\s*[^"\s]|\{|'\s*[^'\s])/.test(tag)
        ? []
        : [sayAt(page, index, `<${name}> has no text alternative`, `${FIX}: alt="…"`)],
  );
}
