import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES } from "../browsers/types.ts";
import { NotebookError, NotebookErrors } from "../compile/error.ts";
import type { NotebookRecord } from "./record.ts";
import { parseRecord } from "./shape.ts";

/** What `npm run record` writes; other files come from readers. */
const own = ENGINES.map((engine) => `${engine}.json`);

/** Recorded results, in the order Chromium, Firefox, WebKit, then others by name. */
export function readRecords(root: string, id: string): NotebookRecord[] {
  return recordFiles(root, id).map((file) => readRecord(root, file));
}

/** Paths of the records of a notebook, from the root, in the order of `readRecords`. */
export function recordFiles(root: string, id: string): string[] {
  const folder = `notebooks/${id}.recorded`;
  if (!existsSync(join(root, folder))) return [];
  const rank = (name: string) => (own.includes(name) ? own.indexOf(name) : own.length);
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".json"));
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return names.map((name) => `${folder}/${name}`);
}

/** What to do about a record that is wrong or no longer true, as a sentence without its full stop. */
export function howToMend(file: string, id: string): string {
  const engine = ENGINES.find((name) => file.endsWith(`/${name}.json`));
  return engine
    ? `Record it again: npm run record -- ${id} --browser ${engine}`
    : "Press Run and then Download on that machine again, or remove the file";
}

/** Reads one of them. Throws NotebookErrors if it is none. */
export function readRecord(root: string, file: string): NotebookRecord {
  try {
    return parseRecord(readFileSync(join(root, file), "utf8"));
  } catch (error) {
    throw new NotebookErrors([
      new NotebookError(
        file,
        { line: 1, column: 1 },
        `not a recorded result: ${(error as Error).message}`,
        "Record it again with npm run record, or remove the file",
      ),
    ]);
  }
}
