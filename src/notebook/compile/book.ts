import { readRecords } from "../record/read-records.ts";
import type { NotebookRecord } from "../record/record.ts";
import { type Compiled, compile } from "./compile.ts";
import { type NotebookError, NotebookErrors } from "./error.ts";
import { findNotebooks, missingNotebooks, readerOf } from "./find.ts";
import { workerPrelude } from "./prelude.ts";

/** A notebook of the book with what was recorded of it. */
export interface BookNotebook extends Compiled {
  /** "branches/sorted-vs-random" */
  id: string;
  /** path from the root, for messages and edit links */
  file: string;
  recorded: NotebookRecord[];
}

/** What became of the book's notebooks. */
export interface Attempt {
  /** those without a mistake */
  notebooks: BookNotebook[];
  /** id of every other one, with its mistakes */
  broken: Map<string, NotebookError[]>;
}

/**
 * Compiles each of the book's notebooks that can be compiled: a mistake in one concerns no other.
 * @param root the project's folder
 * @param only these ids; all unless given
 */
export async function tryBook(root: string, only?: string[]): Promise<Attempt> {
  const notebooks: BookNotebook[] = [];
  const broken = new Map<string, NotebookError[]>();
  for (const [id, file] of findNotebooks(root)) {
    if (only && !only.includes(id)) continue;
    try {
      const read = readerOf(root);
      const compiled = await compile(file, read(file) ?? "", workerPrelude, read);
      notebooks.push({ ...compiled, id, file, recorded: readRecords(root, id) });
    } catch (error) {
      if (!(error instanceof NotebookErrors)) throw error;
      broken.set(id, error.errors);
    }
  }
  return { notebooks, broken };
}

/**
 * Compiles the book's notebooks, and checks that chapters name only notebooks that exist.
 * @param root the project's folder
 * @param only these ids; all unless given
 * @throws NotebookErrors with the mistakes of all files
 */
export async function compileBook(root: string, only?: string[]): Promise<BookNotebook[]> {
  const { notebooks, broken } = await tryBook(root, only);
  const errors = [...broken.values()].flat().concat(missingNotebooks(root, [...findNotebooks(root).keys()]));
  if (errors.length > 0) throw new NotebookErrors(errors);
  return notebooks;
}
