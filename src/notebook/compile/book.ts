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

/** What became of a notebook: compiled, or its mistakes. */
export type Attempt =
  | { id: string; notebook: BookNotebook; errors?: undefined }
  | { id: string; notebook?: undefined; errors: NotebookError[] };

/** Notebooks that are begun before the first of them is used: kernels are compiled in a thread, and meanwhile there is other work. */
const AHEAD = 4;

/**
 * Compiles each of the book's notebooks that can be compiled, in the order of their names: a mistake in one concerns no other.
 * @param root the project's folder
 * @param only these ids; all unless given
 */
export async function* tryBook(root: string, only?: string[]): AsyncGenerator<Attempt> {
  const found = [...findNotebooks(root)].filter(([id]) => !only || only.includes(id));
  const begun: Promise<Attempt>[] = [];
  const begin = () => {
    const next = found.shift();
    if (next) begun.push(tryNotebook(root, ...next));
  };
  for (let i = 0; i < AHEAD; ++i) begin();
  for (let first = begun.shift(); first; first = begun.shift()) {
    const attempt = await first;
    begin();
    yield attempt;
  }
}

async function tryNotebook(root: string, id: string, file: string): Promise<Attempt> {
  try {
    const read = readerOf(root);
    const compiled = await compile(file, read(file) ?? "", workerPrelude, read);
    return { id, notebook: { ...compiled, id, file, recorded: readRecords(root, id) } };
  } catch (error) {
    if (!(error instanceof NotebookErrors)) throw error;
    return { id, errors: error.errors };
  }
}

/**
 * Compiles the book's notebooks, and checks that chapters name only notebooks that exist.
 * @param root the project's folder
 * @param only these ids; all unless given
 * @throws NotebookErrors with the mistakes of all files
 */
export async function compileBook(root: string, only?: string[]): Promise<BookNotebook[]> {
  const attempts = await Array.fromAsync(tryBook(root, only));
  const errors = attempts.flatMap(({ errors = [] }) => errors);
  errors.push(...missingNotebooks(root, [...findNotebooks(root).keys()]));
  if (errors.length > 0) throw new NotebookErrors(errors);
  return attempts.flatMap(({ notebook = [] }) => notebook);
}
