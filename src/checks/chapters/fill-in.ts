import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";
import { sayAt } from "../prose/page.ts";

/** Nothing that `npm run new` left open is still open. */
export const fillIn: Check = {
  name: "to be filled in",
  run: async (root) =>
    ["content/**/*.{mdx,yaml}", "notebooks/*/*.html", "notebooks/*/native/*.c"]
      .flatMap((pattern) => filesOf(root, pattern))
      .flatMap((file) => openPlaces(file, textOf(root, file))),
};

/** Places that say FILL IN, each with what is wanted there. The page on the parts of a chapter may show the mark as code. */
export function openPlaces(file: string, text: string): string[] {
  return [...text.matchAll(/(?<!`)FILL IN: ([^\n<>"“”]*)/g)].map(({ index, 1: what }) =>
    sayAt(
      { file, text },
      index,
      `FILL IN: ${what.trim().replace(/[.?]$/, "")}`,
      "Put your own text in its place",
    ),
  );
}
