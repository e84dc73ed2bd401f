import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { compile } from "../../../src/notebook/compile/compile.ts";
import { readerOf } from "../../../src/notebook/compile/find.ts";
import type { NotebookRecord } from "../../../src/notebook/record/record.ts";
import type { Words } from "./words.ts";

/** A notebook that was copied. */
export interface NotebookCopy {
  /** id of the notebook that it is a copy of */
  from: string;
  /** "branches-0007/sorted-vs-random" */
  id: string;
  /** what its experiments are known by, by their names */
  hashes: ReadonlyMap<string, string>;
}

/** Copies a notebook with its kernels and records; title, prose and the text of every cell differ, and the records fit them. */
export async function copyNotebook(
  root: string,
  from: string,
  id: string,
  words: Words,
): Promise<NotebookCopy> {
  const file = `notebooks/${id}.html`;
  mkdirSync(join(root, dirname(file)), { recursive: true });
  const html = readFileSync(join(root, `notebooks/${from}.html`), "utf8")
    .replace(/(?<=<script [^>]*type="text\/markdown"[^>]*>)[\s\S]*?(?=<\/script>)/g, (prose) =>
      words.reworded(prose),
    )
    .replace("<title>", `<title>${words.word()}: `)
    .replace(/<script [^>]*type="text\/x-typescript"[^>]*>\n/g, (tag) => `${tag}    // ${words.phrase(5)}\n`);
  writeFileSync(join(root, file), html);
  for (const kernel of globSync("*.{as.ts,wat}", { cwd: join(root, "notebooks", dirname(from)) }))
    cpSync(join(root, "notebooks", dirname(from), kernel), join(root, dirname(file), kernel));
  // the hash of an experiment depends on its cells, not on the harness
  const { experiments } = await compile(file, html, async () => "", readerOf(root));
  const hashes = new Map(experiments.map(({ name, hash }) => [name, hash]));
  copyRecords(join(root, `notebooks/${from}.recorded`), join(root, `notebooks/${id}.recorded`), id, hashes);
  return { from, id, hashes };
}

function copyRecords(from: string, to: string, id: string, hashes: ReadonlyMap<string, string>): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const file of globSync("*.json", { cwd: from })) {
    const record: NotebookRecord = JSON.parse(readFileSync(join(from, file), "utf8"));
    record.notebook = id;
    for (const [name, result] of Object.entries(record.results)) {
      const hash = hashes.get(name);
      if (hash) result.bench.hash = hash;
    }
    writeFileSync(join(to, basename(file)), `${JSON.stringify(record)}\n`);
  }
}
