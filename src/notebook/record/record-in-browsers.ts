import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Engine } from "../browsers/index.ts";
import { compileBook } from "../compile/book.ts";
import { chooseIds } from "./choose.ts";
import { thisMachine } from "./machine.ts";
import { implausibilities } from "./plausible/plausible.ts";
import { pressRun } from "./press-run.ts";
import type { NotebookRecord } from "./record.ts";
import { pageOf, quiet, withServedBook } from "./served-book.ts";

export interface RecordOptions {
  /** ids of notebooks; all that measure something if there are none */
  asked: string[];
  engines: Engine[];
  /** does not wait for the machine to become quiet */
  now: boolean;
}

/**
 * Records notebooks in browsers, one after the other. What gives no result, or one that cannot be true, is said and left
 * as it was; the rest goes on. Throws an error at the end if there was any.
 */
export async function recordInBrowsers(root: string, { asked, engines, now }: RecordOptions): Promise<void> {
  const compiled = await compileBook(root);
  const measured = compiled.filter(({ experiments }) => experiments.length > 0).map(({ id }) => id);
  const ids = chooseIds(asked, measured, "notebook with an experiment");
  let failed = 0;
  await withServedBook(root, async (book) => {
    for (const engine of engines) {
      for (const id of ids) {
        if (!now) await quiet();
        const { version, record, said } = await pressRun(engine, book + pageOf(root, id), id);
        const problem = record
          ? keep(root, engine, { ...record, machine: thisMachine() })
          : said || "The page says nothing.";
        if (problem) ++failed;
        console.log(
          record && !problem
            ? `Recorded ${id} in ${engine} ${version}${warningsOf(record)}.`
            : `Not recorded: ${id} in ${engine} ${version}. ${problem}`,
        );
      }
    }
  });
  if (failed > 0)
    throw new Error(`${failed} of ${ids.length * engines.length} runs were not recorded; see above.`);
}

/** Writes a record, or says why it cannot be true. */
function keep(root: string, engine: Engine, record: NotebookRecord): string | null {
  const [wrong] = implausibilities(record, new Date());
  if (wrong) return `${wrong.field}: ${wrong.what}. Run it again on a quiet machine.`;
  const file = join(root, "notebooks", `${record.notebook}.recorded`, `${engine}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(record)}\n`);
  return null;
}

/** " (order: drift, two-speeds)" */
function warningsOf({ results }: NotebookRecord): string {
  const found = Object.entries(results).flatMap(([name, { warnings }]) =>
    warnings.length > 0 ? [`${name}: ${warnings.map(({ code }) => code).join(", ")}`] : [],
  );
  return found.length > 0 ? ` (${found.join("; ")})` : "";
}
