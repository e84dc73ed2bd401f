import { existsSync, globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { chapterIds, readBook } from "../book/book.ts";
import { keptByFile } from "../kept.ts";
import { type Chapter, readChapter } from "./chapter.ts";

const order = keptByFile((path) => readBook(readFileSync(path, "utf8")));
/** A folder's chapters; messages name a file by its path from there. */
const readers = new Map<string, (path: string) => Chapter>();

/**
 * The chapters of the book in reading order. Files that have not changed since the last call are not read again.
 * @param root the project's folder
 */
export function loadChapters(root: string): Chapter[] {
  const { book } = order(join(root, "content/book.yaml"));
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
  let read = readers.get(root);
  if (!read) {
    read = keptByFile((path) =>
      readChapter(relative(root, path).replaceAll("\\", "/"), readFileSync(path, "utf8")),
    );
    readers.set(root, read);
  }
  return read(join(root, file));
}
