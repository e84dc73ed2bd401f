import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { chapterIds, readBook } from "../book/book.ts";
import { type Chapter, readChapter } from "./chapter.ts";

const read = new Map<string, { changed: number; chapter: Chapter }>();

/**
 * The chapters of the book in reading order. Files that have not changed since the last call are not read again.
 * @param root the project's folder
 */
export function loadChapters(root: string): Chapter[] {
  const { book } = readBook(readFileSync(join(root, "content/book.yaml"), "utf8"));
  return chapterIds(book).flatMap((id) => {
    const file = [`content/${id}.mdx`, `content/${id}.md`].find((path) => existsSync(join(root, path)));
    return file ? [load(root, file)] : [];
  });
}

/** The chapters, and after them the pages that belong to no part, the home page left out. */
export function loadPages(root: string): Chapter[] {
  const others = globSync("content/*.mdx", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file !== "content/index.mdx");
  return [...loadChapters(root), ...others.sort().map((file) => load(root, file))];
}

function load(root: string, file: string): Chapter {
  const path = join(root, file);
  const changed = statSync(path).mtimeMs;
  const known = read.get(path);
  if (known?.changed === changed) return known.chapter;
  const chapter = readChapter(file, readFileSync(path, "utf8"));
  read.set(path, { changed, chapter });
  return chapter;
}
