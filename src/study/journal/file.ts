import { type Entry, inOrder } from "./entry.ts";
import { problemOf } from "./problem.ts";
import { type Step, steps, upgraded, versionOf } from "./version.ts";

const SCHEMA = "hot-path/study";
/** Twenty years of forty answers a day are 300,000 entries of about 100 bytes. */
export const MOST_BYTES = 64 * 2 ** 20;

/** The journal as one file. */
export interface StudyFile {
  schema: typeof SCHEMA;
  version: number;
  exportedAt: string;
  entries: Entry[];
}

/** Everything that the reader did, as text to save. */
export function exportText(entries: Iterable<Entry>): string {
  const file: StudyFile = {
    schema: SCHEMA,
    version: versionOf(steps),
    exportedAt: new Date().toISOString(),
    entries: inOrder(entries),
  };
  // an entry a line: a reader can look at it, and a version control can keep it
  const lines = file.entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  return `${JSON.stringify({ ...file, entries: [] }, null, 2).replace("[]", `[\n${lines}\n  ]`)}\n`;
}

/**
 * The entries of a file, brought to the newest version. Throws an Error in words, with the field and the reason, unless every one
 * is valid: a file is taken as a whole or not at all.
 */
export function parseFile(text: string, changes: readonly Step[] = steps): Entry[] {
  if (text.length > MOST_BYTES)
    throw new Error(`The file is larger than ${MOST_BYTES / 2 ** 20} MiB, which no journal is`);
  const { schema, version, entries } = parseObject(text);
  if (schema !== SCHEMA)
    throw new Error(
      `The field “schema” is ${JSON.stringify(schema) ?? "missing"}, not "${SCHEMA}": this is no export of the book`,
    );
  if (!Number.isSafeInteger(version) || (version as number) < 1)
    throw new Error(
      `The field “version” is ${JSON.stringify(version) ?? "missing"}: it must be a whole number from 1`,
    );
  const newest = versionOf(changes);
  if ((version as number) > newest)
    throw new Error(
      `The field “version” is ${version}, and this page knows versions up to ${newest}. Reload the page to get the newest book`,
    );
  if (!Array.isArray(entries)) throw new Error("The field “entries” must be a list");
  const seen = new Map<string, number>();
  return entries.map((entry, i) => {
    const isObject = typeof entry === "object" && entry !== null;
    const now = isObject ? upgraded(entry, version as number, changes) : entry;
    const problem = problemOf(now);
    if (problem) throw new Error(`entries[${i}]${problem.startsWith(".") ? "" : " "}${problem}`);
    const { id } = now as Entry;
    if (seen.has(id))
      throw new Error(`entries[${i}].id is "${id}", which is that of entries[${seen.get(id)}]`);
    seen.set(id, i);
    return now as Entry;
  });
}

function parseObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`The file is no JSON: ${(error as Error).message}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Error("The file holds no object with the fields “schema”, “version” and “entries”");
  return value as Record<string, unknown>;
}
