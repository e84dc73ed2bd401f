import { isMap, isScalar, type Node } from "yaml";
import { YamlReader } from "../../site/book/yaml.ts";
import type { Check } from "../check.ts";
import { filesOf, textOf } from "../files.ts";
import { nearest } from "./nearest.ts";

/** Front matter has what a page needs, and nothing that nobody reads. */
export const frontMatter: Check = {
  name: "front matter",
  run: async (root) =>
    filesOf(root, "content/**/*.{md,mdx}").flatMap((file) => frontMatterProblems(file, textOf(root, file))),
};

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
const isTexts = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isText);

/** What a field may hold, and how to write it. */
const fields: Record<string, [fits: (value: unknown) => boolean, example: string]> = {
  title: [isText, "title: Branch prediction"],
  description: [isText, "description: One or two sentences, shown below the title"],
  // its entries are looked at by the check of the syllabus
  covers: [Array.isArray, "covers:, and below it an item of content/syllabus.yaml a line, each after “- ”"],
  keywords: [isTexts, "keywords:, and below it a word or phrase a line, each after “- ”"],
  minutes: [(value) => Number.isInteger(value) && (value as number) > 0, "minutes: 20"],
  // Starlight's own
  template: [(value) => value === "doc" || value === "splash", "template: splash"],
  tableOfContents: [
    (value) => typeof value === "boolean" || (typeof value === "object" && value !== null),
    "tableOfContents: false",
  ],
  editUrl: [(value) => value === false || isText(value), "editUrl: false"],
  head: [Array.isArray, "head:, and below it a tag a line, each after “- ”"],
  pagefind: [(value) => typeof value === "boolean", "pagefind: false"],
};

/** Longer ones are cut off by search engines, and wrap in every list of the book. */
const LONGEST_DESCRIPTION = 200;

/** What is wrong with the front matter of a page. */
export function frontMatterProblems(file: string, text: string): string[] {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
  if (front === undefined)
    return [`${file}:1:1: has no front matter. Begin with “---”, “title: …”, “description: …” and “---”.`];
  const yaml = new YamlReader(file, front, 2);
  if (yaml.problems.length > 0) return yaml.problems;
  if (!isMap(yaml.root))
    return [`${file}:2:1: the front matter is no list of fields. Write “title: …” and “description: …”.`];
  for (const { key, value } of yaml.root.items as { key: Node; value: Node | null }[]) {
    const name = isScalar(key) ? String(key.value) : "";
    const plain = value === null ? null : yaml.root.toJSON()[name];
    const field = fields[name];
    if (!field) {
      const similar = nearest(name, Object.keys(fields));
      yaml.say(
        key,
        `there is no field “${name}”`,
        similar
          ? `Perhaps “${similar}” is meant`
          : `Take it out, or name one of ${Object.keys(fields).join(", ")}`,
      );
    } else if (!field[0](plain)) yaml.say(key, `“${name}” cannot be read`, `Write it as in “${field[1]}”`);
    else if (name === "description" && String(plain).length > LONGEST_DESCRIPTION)
      yaml.say(
        key,
        `“description” has ${String(plain).length} characters`,
        `Say it in ${LONGEST_DESCRIPTION}`,
      );
  }
  for (const name of ["title", "description"])
    if (!yaml.root.has(name)) yaml.say(yaml.root, `“${name}” is missing`, `Add “${fields[name][1]}”`);
  return yaml.problems;
}
