import { readdirSync, readFileSync } from "node:fs";
import { Told } from "../dev/told.ts";
import { type Book, bookProblems, readBook } from "./book.ts";

/**
 * Reads `content/book.yaml` and the list of pages below the project's root.
 * Ends the process with one line per problem when they disagree: no page can be built then.
 */
export function loadBook(root: URL): Book {
  const content = new URL("content/", root);
  const { problems, ...read } = readBook(readFileSync(new URL("book.yaml", content), "utf8"));
  if (problems.length === 0) {
    const files = readdirSync(content, { recursive: true, encoding: "utf8" });
    problems.push(
      ...bookProblems(
        read,
        files.map((file) => file.replaceAll("\\", "/")),
      ),
    );
  }
  if (problems.length) stop(problems);
  return read.book;
}

/**
 * Prints the lines and ends the process as failed, without a stack trace. While a page is rendered in development it throws
 * them instead: they are shown over that page, and the server goes on.
 */
export function stop(lines: readonly string[]): never {
  if (import.meta.env?.DEV) throw new Told(lines);
  for (const line of lines) console.error(line);
  process.exit(1);
}
