import { type BookNotebook, tryBook } from "../../notebook/compile/book.ts";
import { type NotebookError, NotebookErrors } from "../../notebook/compile/error.ts";
import { findNotebooks } from "../../notebook/compile/find.ts";
import { type Evaluated, evaluateCompiled } from "../../notebook/render/evaluate.ts";

/** A notebook with the values of its cells. */
export interface EvaluatedNotebook extends Pick<Evaluated, "specs" | "inputs" | "exact"> {
  notebook: BookNotebook;
}

/** What several checks need, computed once. */
interface Book {
  /** those that compile and run at rest */
  notebooks: EvaluatedNotebook[];
  /** id of every other one, of which nothing more can be told, with its mistakes */
  broken: ReadonlyMap<string, NotebookError[]>;
}

/** What is known of each book: of each notebook, and of all of them in the order of their names. */
interface Known {
  each: Map<string, EvaluatedNotebook | NotebookError[]>;
  all?: Promise<Book>;
}

const books = new Map<string, Known>();

/** The notebooks of a book, compiled and evaluated on their recorded results. */
export function bookOf(root: string): Promise<Book> {
  const known: Known = books.get(root) ?? { each: new Map() };
  books.set(root, known);
  known.all ??= load(root, known);
  return known.all;
}

/** Has notebooks be read anew when the book is next asked for, after files of theirs were saved. */
export function forgetNotebooks(root: string, ids: readonly string[]): void {
  const known = books.get(root);
  if (!known) return;
  for (const id of ids) known.each.delete(id);
  known.all = undefined;
}

async function load(root: string, { each }: Known): Promise<Book> {
  const ids = [...findNotebooks(root).keys()];
  const unread = ids.filter((id) => !each.has(id));
  for await (const { id, notebook, errors } of tryBook(root, unread))
    each.set(id, errors ?? (await evaluated(notebook)));
  const notebooks: EvaluatedNotebook[] = [];
  const broken = new Map<string, NotebookError[]>();
  for (const id of ids) {
    const one = each.get(id);
    if (Array.isArray(one)) broken.set(id, one);
    else if (one) notebooks.push(one);
  }
  return { notebooks, broken };
}

async function evaluated(notebook: BookNotebook): Promise<EvaluatedNotebook | NotebookError[]> {
  try {
    const { specs, inputs, exact, dispose } = await evaluateCompiled(notebook);
    dispose();
    return { notebook, specs, inputs, exact };
  } catch (error) {
    if (error instanceof NotebookErrors) return error.errors;
    throw error;
  }
}
