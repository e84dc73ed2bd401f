import { readFrontMatter } from "../../site/chapters/front-matter.ts";
import { syllabusChapters } from "../../site/paths/load-paths.ts";
import { collect } from "../../site/study/collect.ts";
import type { Item } from "../../site/study/items.ts";
import { readSyllabus, SYLLABUS_FILE } from "../../site/syllabus/read-syllabus.ts";
import type { Check } from "../check.ts";
import { pagesOf, textOf } from "../files.ts";
import { type Page, sayAt } from "../prose/page.ts";

/** A chapter of the syllabus has all that makes it one. */
export const anatomy: Check = {
  name: "anatomy of chapters",
  run: async (root) => {
    const { syllabus, problems } = readSyllabus(textOf(root, SYLLABUS_FILE));
    if (problems.length > 0) return [];
    const planned = syllabusChapters(syllabus);
    return pagesOf(root)
      .filter(({ file }) => planned.has(idOf(file)))
      .flatMap(anatomyProblems);
  },
};

/** The least of each, and where to read how it is written. */
const LEAST = { quiz: [5, "<Quiz>"], card: [6, "<Card>"], source: [6, "entry of <Sources>"] } as const;

/** What a chapter lacks, each where it would stand. */
export function anatomyProblems(page: Page): string[] {
  if (page.nodes.length === 0) return [];
  const { items } = collect(page.text, page.file, idOf(page.file));
  const questions = items.filter(({ kind }) => kind === "question").map(({ key }) => key.split("#")[1]);
  const count = (kind: Item["kind"]) => items.filter((item) => item.kind === kind).length;
  const sources = page.nodes.filter(
    ({ node, inside }) => node.type === "listItem" && inside.at(-1) === "Sources",
  ).length;
  const missing: [count: number, least: number, what: string, place: string][] = [
    [count("quiz"), ...LEAST.quiz, "Quiz"],
    [count("card"), ...LEAST.card, "Cards"],
    [sources, ...LEAST.source, "Sources"],
    [count("predict"), 1, "<Predict> before the first measurement", "Predict"],
  ];
  return [
    ...missing
      .filter(([found, least]) => found < least)
      .map(([found, least, what, place]) =>
        sayAt(
          page,
          lastOf(page, place),
          `the chapter has ${found} of the ${least} it needs: ${what}`,
          "Add what is missing; content/reference/components.mdx shows how it is written",
        ),
      ),
    ...unanswered(page, questions),
  ];
}

/** Items of the syllabus that begin with “question:” are answered by a question of the chapter, and lead to it. */
function unanswered({ file, text }: Page, questions: string[]): string[] {
  return readFrontMatter(file, text).covers.flatMap(({ item, at, line, column }) => {
    if (!item.startsWith("question:") || (at && questions.includes(at))) return [];
    const what = at ? `“#${at}” is no <Question> of the page` : "no <Question> answers this item";
    const known = questions.map((id) => `“#${id}”`).join(", ") || "none yet";
    return [
      `${file}:${line}:${column}: ${what}. Answer it with a <Question>, and lead there, as in { item: "${item}", at: "#question-<id>" }; the page has ${known}.`,
    ];
  });
}

/** Where the last component of a name stands; the end of the page if there is none. */
function lastOf({ nodes, text }: Page, name: string): number {
  const last = nodes.findLast(({ node }) => node.name === name);
  return last?.node.position.start.offset ?? text.trimEnd().lastIndexOf("\n") + 1;
}

function idOf(file: string): string {
  return file.replace(/^content\/|\.mdx$/g, "");
}
