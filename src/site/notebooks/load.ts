import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findNotebooks, missingNotebooks } from "../../notebook/compile/find.ts";
import { compiledFolder, type Notebook } from "../../notebook/compile/write.ts";
import type { Rendered } from "../../notebook/render/render.ts";
import { stop } from "../book/load-book.ts";
import { keptByFile } from "../kept.ts";

/** What `prepareEach` writes for the pages, beside the compiled files of a notebook. */
export const PAGE_FILE = "page.json";
/** What it writes of a notebook that is broken: its mistakes, a line each. */
export const MISTAKES_FILE = "mistakes.json";

/** A compiled notebook with the HTML of every cell's output, as the page shows it before anything runs. */
export interface PageNotebook extends Notebook, Rendered {}

/** As many as a chapter shows, with room to spare. */
const NOTEBOOKS_KEPT = 16;

const read = keptByFile((path): PageNotebook => JSON.parse(readFileSync(path, "utf8")), NOTEBOOKS_KEPT);

/**
 * Reads what `prepareEach` wrote; pages are built with the project's folder as working directory. Ends the build, or
 * in development the page, with the mistakes of a notebook that is broken or missing.
 */
export function loadNotebook(id: string): PageNotebook {
  const root = process.cwd();
  const folder = join(root, compiledFolder, id);
  const page = join(folder, PAGE_FILE);
  if (existsSync(page)) return read(page);
  const mistakes = join(folder, MISTAKES_FILE);
  if (existsSync(mistakes)) return stop(JSON.parse(readFileSync(mistakes, "utf8")));
  const missing = missingNotebooks(root, [...findNotebooks(root).keys()]).map(({ message }) => message);
  return stop(missing.length > 0 ? missing : [`The notebook ${id} is being compiled. Load the page again.`]);
}
