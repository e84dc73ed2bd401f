import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryBook } from "../../notebook/compile/book.ts";
import { type NotebookError, NotebookErrors } from "../../notebook/compile/error.ts";
import { compiledFolder, writeNotebook } from "../../notebook/compile/write.ts";
import { renderNotebook } from "../../notebook/render/render.ts";
import { MISTAKES_FILE, PAGE_FILE } from "./load.ts";

export interface Asked {
  /** these ids; all, and no file of another, unless given */
  only?: string[];
  /** told the id of each that can be read from now on */
  written?: (id: string) => void;
}

/**
 * Compiles notebooks, each by itself, and renders them on their recorded results, ready for the pages. One that does not compile stays as
 * it was before, if it did then.
 * @returns id and mistakes of every broken one
 */
export async function prepareEach(
  root: string,
  { only, written: tell = () => {} }: Asked = {},
): Promise<Map<string, NotebookError[]>> {
  const broken = new Map<string, NotebookError[]>();
  if (!only) rmSync(join(root, compiledFolder), { recursive: true, force: true });
  for await (const { id, notebook, errors } of tryBook(root, only)) {
    try {
      if (errors) throw new NotebookErrors(errors);
      const written = writeNotebook(root, notebook);
      const page = { ...written, ...(await renderNotebook(root, written)) };
      writeFileSync(join(root, compiledFolder, id, PAGE_FILE), JSON.stringify(page));
      tell(id);
    } catch (error) {
      if (!(error instanceof NotebookErrors)) throw error;
      broken.set(id, error.errors);
    }
  }
  for (const [id, errors] of broken) {
    const folder = join(root, compiledFolder, id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, MISTAKES_FILE), JSON.stringify(errors.map(({ message }) => message)));
  }
  return broken;
}
