import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileBook } from "../../notebook/compile/book.ts";
import { compiledFolder, writeNotebook } from "../../notebook/compile/write.ts";
import { renderNotebook } from "../../notebook/render/render.ts";
import type { PageNotebook } from "./load.ts";

/**
 * Compiles notebooks and renders them on their recorded results, ready for the pages.
 * @throws NotebookErrors
 */
export async function prepareNotebooks(root: string, only?: string[]): Promise<PageNotebook[]> {
  const prepared: PageNotebook[] = [];
  const compiled = await compileBook(root, only);
  if (!only) rmSync(join(root, compiledFolder), { recursive: true, force: true });
  for (const written of compiled) {
    const notebook = writeNotebook(root, written);
    const page = { ...notebook, ...(await renderNotebook(root, notebook)) };
    writeFileSync(join(root, compiledFolder, notebook.id, "page.json"), JSON.stringify(page));
    prepared.push(page);
  }
  return prepared;
}
