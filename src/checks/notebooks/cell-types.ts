import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BookNotebook } from "../../notebook/compile/book.ts";
import { readerOf } from "../../notebook/compile/find.ts";
import { declarationsFile } from "../../notebook/compile/wasm/kernel.ts";
import { compiledFolder } from "../../notebook/compile/write.ts";
import type { Check } from "../check.ts";
import { typeProblems } from "../code/tsc.ts";
import { ambientTypes } from "./ambient.ts";
import { bookOf } from "./book.ts";
import { typedModule } from "./typed-module.ts";

/** Folder of what TypeScript is shown, from the project's root: one for each run, since two may run at a time. */
const shownTo = (run: number) => `${compiledFolder}/types-${process.pid}-${run}`;
let runs = 0;

/** The TypeScript of every notebook type-checks: a text where a number is due becomes 0 in a kernel without a word. */
export const cellTypes: Check = {
  name: "types of cells",
  // of notebooks that cannot be compiled the check of notebooks tells
  run: async (root) =>
    cellProblems(
      root,
      (await bookOf(root)).notebooks.map(({ notebook }) => notebook),
    ),
};

/** TypeScript's complaints about cells, with places in the notebooks. Each notebook is one module for it. */
export async function cellProblems(
  root: string,
  notebooks: Pick<BookNotebook, "id" | "file" | "kernels">[],
  read = readerOf(root),
): Promise<string[]> {
  if (notebooks.length === 0) return [];
  const shown = shownTo(++runs);
  const folder = join(root, shown);
  const modules = new Map(
    notebooks.map(({ id, file, kernels }) => {
      const cells = typedModule(file, read(file) ?? "");
      mkdirSync(join(folder, id), { recursive: true });
      writeFileSync(join(folder, id, "cells.ts"), cells.code);
      for (const { specifier, declarations } of kernels)
        writeFileSync(join(folder, id, declarationsFile(specifier)), declarations);
      return [`${shown}/${id}/cells.ts`, { file, lines: cells.lines }];
    }),
  );
  writeFileSync(join(folder, "notebooks.d.ts"), ambientTypes);
  const config = {
    extends: "../../tsconfig.json",
    compilerOptions: { allowArbitraryExtensions: true },
    include: [],
    files: ["notebooks.d.ts", ...notebooks.map(({ id }) => `${id}/cells.ts`)],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { problems, other } = await typeProblems(root, join(folder, "tsconfig.json"));
  rmSync(folder, { recursive: true });
  const told = problems.map(({ file: path, line, column, what }) => {
    const module = modules.get(path);
    const range = module?.lines.find((r) => r.compiled <= line && line < r.compiled + r.count);
    if (!module || !range) return `${path}:${line}:${column}: ${what}`;
    return `${module.file}:${range.notebook + line - range.compiled}:${column + range.indent}: ${what}`;
  });
  return [...told, ...other];
}
