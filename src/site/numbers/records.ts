import { join } from "node:path";
import { NotebookErrors } from "../../notebook/compile/error.ts";
import { readRecord, recordFiles } from "../../notebook/record/read-records.ts";
import type { NotebookRecord } from "../../notebook/record/record.ts";
import { stop } from "../book/load-book.ts";
import { keptByFile } from "../kept.ts";

/** A chapter asks for its records with each number that it takes from them. */
const RECORDS_KEPT = 48;

const root = process.cwd();
const prefix = join(root, "/");
const read = keptByFile((path) => readRecord(root, path.slice(prefix.length)), RECORDS_KEPT);

/** What was recorded of a notebook, in the order Chromium, Firefox, WebKit, then others by name. Ends the build with one line if a record cannot be read. */
export function recordsOf(notebook: string): NotebookRecord[] {
  try {
    return recordFiles(root, notebook).map((file) => read(join(root, file)));
  } catch (error) {
    if (!(error instanceof NotebookErrors)) throw error;
    return stop(error.errors.map(({ message }) => message));
  }
}
