import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, readPage } from "./prose/page.ts";
import { everything, type Prose, proseOfNotebook, proseOfPage } from "./prose/prose.ts";

/** Files of a project that a pattern names, in order, with "/" between folders. */
export function filesOf(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

/** The text of a file by its path from the project's root. */
export function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Every page of `content/`. */
export function pagesOf(root: string): Page[] {
  return filesOf(root, "content/**/*.mdx").map((file) => pageOf(root, file));
}

/** The words of every page and of every notebook's prose. */
export function proseOf(root: string): Prose[] {
  return [
    ...pagesOf(root).map((page) => proseOfPage(page, everything)),
    ...filesOf(root, "notebooks/*/*.html").map((file) => proseOfNotebook(file, textOf(root, file))),
  ];
}

const pages = new Map<string, Page>();

/** A page is read once for all checks that look at it. */
function pageOf(root: string, file: string): Page {
  const text = textOf(root, file);
  const known = pages.get(join(root, file));
  if (known?.text === text) return known;
  const page = readPage(file, text);
  pages.set(join(root, file), page);
  return page;
}
