import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chapterIds, readBook } from "../../site/book/book.ts";
import { syllabusChapters } from "../../site/paths/load-paths.ts";
import { collect } from "../../site/study/collect.ts";
import { attributesOf, componentsIn, NotPlain, parseMdx } from "../../site/study/mdx.ts";
import { readSyllabus, SYLLABUS_FILE } from "../../site/syllabus/read-syllabus.ts";
import type { Check } from "../check.ts";
import { syntaxProblems } from "./syntax.ts";

/** Predictions, quizzes, questions, cards and exercises are complete, and named once in their chapter; neighbours exist. */
export const study: Check = {
  name: "what chapters ask",
  run: async (root) => {
    const read = (file: string) => readFileSync(join(root, file), "utf8");
    const planned = syllabusChapters(readSyllabus(read(SYLLABUS_FILE)).syllabus);
    const known = new Set([...chapterIds(readBook(read("content/book.yaml")).book), ...planned.keys()]);
    return globSync("content/*/*.mdx", { cwd: root })
      .map((path) => path.replaceAll("\\", "/"))
      .flatMap((file) => {
        const chapter = file.replace(/^content\/|\.mdx$/g, "");
        if (syntaxProblems(file, read(file)).length > 0) return [];
        const { problems } = collect(read(file), file, chapter);
        return problems.length > 0 ? problems : strangers(read(file), file, known);
      });
  },
};

/** Neighbours that neither the book nor the syllabus has. */
function strangers(source: string, file: string, known: Set<string>): string[] {
  return [...componentsIn(parseMdx(source).children)]
    .filter(({ name }) => name === "SeeAlso")
    .flatMap((component) => {
      const { line = 1, column = 1 } = component.position?.start ?? {};
      const say = (what: string, fix: string) => `${file}:${line}:${column}: <SeeAlso> ${what}. ${fix}.`;
      try {
        const { chapters = {} } = attributesOf(component);
        return Object.keys(chapters as object)
          .filter((id) => !known.has(id))
          .map((id) =>
            say(
              `leads to “${id}”, which is no chapter`,
              "Name one of content/syllabus.yaml or content/book.yaml",
            ),
          );
      } catch (error) {
        if (!(error instanceof NotPlain)) throw error;
        return [say(error.message, "Write each address once, with its reason, as they are")];
      }
    });
}
