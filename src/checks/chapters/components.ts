import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Check } from "../check.ts";
import { pagesOf } from "../files.ts";
import { type Page, sayAt } from "../prose/page.ts";
import { nearest } from "./nearest.ts";

/** Components that pages use are imported, and what they import is there. */
export const components: Check = {
  name: "components of pages",
  run: async (root) =>
    pagesOf(root).flatMap((page) => [
      ...componentProblems(page, (file) => existsSync(join(root, file))),
      ...tornNumbers(page),
    ]),
};

/** Numbers that stand alone on a line between words: Markdown makes a paragraph of each, and of the words around them. */
function tornNumbers(page: Page): string[] {
  return page.nodes.flatMap(({ node: { type, name, position } }) => {
    if (type !== "mdxJsxFlowElement" || (name !== "Fact" && name !== "Recorded")) return [];
    const isAmongWords =
      /\S[^\n]*\n[ \t]*$/.test(page.text.slice(0, position.start.offset)) ||
      /^[ \t]*\n[ \t]*\S/.test(page.text.slice(position.end.offset));
    const what = `<${name} /> is alone on its line and tears the sentence into paragraphs`;
    return isAmongWords
      ? [sayAt(page, position.start.offset, what, "Join it with the word before or after it")]
      : [];
  });
}

/** What a page may import from "#chapter". */
export const CHAPTER =
  "Answer Card Cards Define Exercise Fact Figure FurtherReading Hint Native Notebook Option Predict Question Quiz Recorded SeeAlso SideNote Solution Sources".split(
    " ",
  );

/** Imports of what is not there, and components that are not imported. */
export function componentProblems(page: Page, exists: (file: string) => boolean): string[] {
  const imported = new Set<string>(["Fragment"]);
  const problems: string[] = [];
  for (const { node } of page.nodes) {
    if (node.type !== "mdxjsEsm") continue;
    const start = node.position.start.offset;
    const say = (offset: number, what: string, fix: string) =>
      problems.push(sayAt(page, start + offset, what, fix));
    for (const { index, 1: list, 2: from } of (node.value ?? "").matchAll(
      /import\s+([\w\s{},*]+?)\s+from\s+["']([^"']+)["']/g,
    )) {
      const names = list.split(/[{},\s]+/).filter((name) => name && name !== "as" && name !== "*");
      for (const name of names) imported.add(name);
      if (from.startsWith(".") && !exists(join(dirname(page.file), from).replaceAll("\\", "/")))
        say(index, `there is no file “${from}”`, "Write it, or correct the name");
      if (from !== "#chapter") continue;
      for (const name of names.filter((one) => !CHAPTER.includes(one))) {
        const similar = nearest(name, CHAPTER);
        const at = index + list.search(new RegExp(`\\b${name}\\b`)) + "import ".length;
        say(
          at,
          `“#chapter” has no ${name}`,
          similar ? `Perhaps ${similar} is meant` : `It has ${CHAPTER.join(", ")}`,
        );
      }
    }
  }
  for (const { node } of page.nodes) {
    const name = node.name ?? "";
    if (!/^[A-Z]/.test(name) || imported.has(name.split(".")[0])) continue;
    imported.add(name);
    const fix = CHAPTER.includes(name)
      ? `Add it to the import from "#chapter"`
      : "Import it, or correct the name";
    problems.push(sayAt(page, node.position.start.offset, `<${name}> is not imported`, fix));
  }
  return problems;
}
