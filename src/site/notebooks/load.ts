import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compiledFolder, type Notebook } from "../../notebook/compile/write.ts";
import type { Rendered } from "../../notebook/render/render.ts";

/** A compiled notebook with the HTML of every cell's output, as the page shows it before anything runs. */
export interface PageNotebook extends Notebook, Rendered {}

/** Reads what `prepareNotebooks` wrote; pages are built with the project's folder as working directory. */
export function loadNotebook(id: string): PageNotebook {
  return JSON.parse(readFileSync(join(process.cwd(), compiledFolder, id, "page.json"), "utf8"));
}
