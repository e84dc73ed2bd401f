import { type BookNotebook, compileBook } from "../../notebook/compile/book.ts";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { type Evaluated, evaluateCompiled } from "../../notebook/render/evaluate.ts";

/** A notebook with the values of its cells. */
export interface EvaluatedNotebook extends Pick<Evaluated, "specs" | "inputs" | "exact"> {
  notebook: BookNotebook;
}

/** What several checks need, computed once. */
interface Book {
  notebooks: EvaluatedNotebook[];
  /** one line for each mistake that kept a notebook from being read; there are no notebooks then */
  problems: string[];
}

const books = new Map<string, Promise<Book>>();

/** The notebooks of a book, compiled and evaluated on their recorded results. */
export function bookOf(root: string): Promise<Book> {
  const book = books.get(root) ?? load(root);
  books.set(root, book);
  return book;
}

async function load(root: string): Promise<Book> {
  try {
    const notebooks: EvaluatedNotebook[] = [];
    for (const notebook of await compileBook(root)) {
      const { specs, inputs, exact, dispose } = await evaluateCompiled(notebook);
      dispose();
      notebooks.push({ notebook, specs, inputs, exact });
    }
    return { notebooks, problems: [] };
  } catch (error) {
    if (error instanceof NotebookErrors)
      return { notebooks: [], problems: error.errors.map(({ message }) => message) };
    throw error;
  }
}
