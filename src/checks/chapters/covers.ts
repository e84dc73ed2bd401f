import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Chapter } from "../../site/chapters/chapter.ts";
import type { Cover } from "../../site/chapters/front-matter.ts";
import { loadChapters } from "../../site/chapters/load-chapters.ts";
import { readSyllabus, SYLLABUS_FILE } from "../../site/syllabus/read-syllabus.ts";
import { itemsOf, type Syllabus, type SyllabusChapter } from "../../site/syllabus/syllabus.ts";
import type { Check } from "../check.ts";
import { nearest } from "./nearest.ts";

/** Every chapter covers what the syllabus plans for it, no more and no less, and where it says. */
export const covers: Check = {
  name: "syllabus",
  run: async (root) => {
    if (!existsSync(join(root, SYLLABUS_FILE))) return [`${SYLLABUS_FILE}:1:1: is missing. Restore it.`];
    const { syllabus, problems } = readSyllabus(readFileSync(join(root, SYLLABUS_FILE), "utf8"));
    if (problems.length > 0) return problems;
    return loadChapters(root)
      .filter(isReadable)
      .flatMap((chapter) => [...chapter.problems, ...coverProblems(syllabus, chapter)]);
  },
};

/** What is wrong with the text of others is told by the checks of syntax and front matter. */
function isReadable({ tree, problems }: Chapter): boolean {
  return tree.children !== undefined && !problems.some((problem) => problem.includes(": not valid YAML: "));
}

/** What a chapter says to cover and does not, or the other way round. */
export function coverProblems(syllabus: Syllabus, chapter: Chapter): string[] {
  const [part, id] = chapter.id.split("/");
  const planned = syllabus.parts.find((p) => p.id === part)?.chapters.find((c) => c.id === id);
  const say = ({ line, column }: Pick<Cover, "line" | "column">, what: string, fix: string) =>
    `${chapter.file}:${line}:${column}: ${what}. ${fix}.`;
  const items = planned ? itemsOf(planned) : [];
  const named = new Set<string>();
  const wrong = chapter.covers.flatMap((cover) => {
    const { item } = cover;
    if (named.has(item)) return [say(cover, `“${item}” stands twice under covers`, "Keep one")];
    named.add(item);
    if (items.includes(item)) return placeProblem(chapter, cover).map(([what, fix]) => say(cover, what, fix));
    return [say(cover, ...unknown(syllabus, planned, item))];
  });
  const missing = items.filter((item) => !named.has(item)).map((item) => `“${item}”`);
  if (missing.length === 0) return wrong;
  const what = `the syllabus also plans ${missing.join(", ")} for this chapter`;
  return [
    ...wrong,
    say(lastPlace(chapter), what, "Teach it and list it under covers, or change content/syllabus.yaml"),
  ];
}

type Problem = [what: string, fix: string];

function unknown({ parts }: Syllabus, planned: SyllabusChapter | undefined, item: string): Problem {
  const chapters = parts.flatMap((part) => part.chapters);
  const owner = chapters.find((chapter) => itemsOf(chapter).includes(item));
  if (owner)
    return [
      `“${item}” is planned for the chapter “${owner.id}”`,
      "List it there, or move it in content/syllabus.yaml",
    ];
  const similar = nearest(item, planned ? itemsOf(planned) : chapters.flatMap(itemsOf));
  const fix = similar ? `Perhaps “${similar}” is meant` : "Take it out, or add it to content/syllabus.yaml";
  return [`there is no item “${item}” in the syllabus`, fix];
}

function placeProblem({ anchors }: Chapter, { at }: Cover): Problem[] {
  if (at === null || anchors.has(at)) return [];
  const similar = nearest(at, [...anchors.keys()]);
  const fix = similar ? `Perhaps “#${similar}” is meant` : "Name the id of a heading or of a tag";
  return [[`the page has no place “#${at}”`, fix]];
}

/** Where the list of covered items ends. */
function lastPlace({ covers }: Chapter): Pick<Cover, "line" | "column"> {
  return covers.at(-1) ?? { line: 1, column: 1 };
}
