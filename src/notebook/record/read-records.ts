import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseResult } from "../../bench/validate.ts";
import { NotebookError, NotebookErrors } from "../compile/error.ts";
import type { NotebookRecord } from "./record.ts";

/** Recorded results, in the order Chromium, Firefox, WebKit, then others by name. */
export function readRecords(root: string, id: string): NotebookRecord[] {
  const folder = join(root, "notebooks", `${id}.recorded`);
  if (!existsSync(folder)) return [];
  const first = ["chromium.json", "firefox.json", "webkit.json"];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return names.map((name) =>
    readRecord(`notebooks/${id}.recorded/${name}`, readFileSync(join(folder, name), "utf8")),
  );
}

function readRecord(file: string, text: string): NotebookRecord {
  try {
    const record = JSON.parse(text) as NotebookRecord;
    if (record.schema !== "hot-path/record.v1") throw new Error(`schema is “${record.schema}”`);
    const results = Object.entries(record.results).map(([name, result]) => [name, parseResult(result)]);
    const earlier = Object.entries(record.earlier ?? {}).map(([name, runs]) => [name, runs.map(parseResult)]);
    return {
      ...record,
      results: Object.fromEntries(results),
      ...(earlier.length > 0 && { earlier: Object.fromEntries(earlier) }),
    };
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
