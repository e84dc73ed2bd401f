import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readBook } from "../site/book/book.ts";
import { readSyllabus, SYLLABUS_FILE } from "../site/syllabus/read-syllabus.ts";
import type { Syllabus } from "../site/syllabus/syllabus.ts";
import { chapterText } from "./chapter-text.ts";
import { type Draft, Refusal, twoNames } from "./draft.ts";
import { listChapter } from "./list-chapter.ts";

/**
 * A new chapter: its page, and its place in `content/book.yaml`.
 * @param id "cpu/branches"
 * @param title of a chapter that the syllabus does not plan
 * @throws Refusal
 */
export function draftChapter(root: string, id: string, title?: string): Draft {
  const [part, chapter] = twoNames(id, "npm run new chapter cpu/branches");
  const file = `content/${id}.mdx`;
  if (existsSync(join(root, file)))
    throw new Refusal(`${file} is there already. Change it, or choose another name.`);
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const book = read("content/book.yaml");
  const wrong = [...readBook(book).problems, ...readSyllabus(read(SYLLABUS_FILE)).problems];
  if (wrong.length > 0) throw new Refusal(`${wrong[0]} Nothing can be added before.`);
  const { syllabus } = readSyllabus(read(SYLLABUS_FILE));
  const planned = plannedAs(syllabus, part, chapter);
  const name = planned?.title ?? title?.trim();
  if (!name)
    throw new Refusal(
      `content/syllabus.yaml does not plan ${id}, so its title is not known. Give it: npm run new chapter ${id} -- --title "…".`,
    );
  return {
    [file]: chapterText(chapter, name, planned),
    "content/book.yaml": listChapter(book, syllabus, part, chapter),
  };
}

/** Whether the syllabus tells the title of a chapter. */
export function isPlanned(root: string, id: string): boolean {
  const [part, chapter] = id.split("/");
  const { syllabus } = readSyllabus(readFileSync(join(root, SYLLABUS_FILE), "utf8"));
  return plannedAs(syllabus, part, chapter) !== undefined;
}

function plannedAs({ parts }: Syllabus, part: string, chapter: string) {
  return parts.find(({ id }) => id === part)?.chapters.find(({ id }) => id === chapter);
}
