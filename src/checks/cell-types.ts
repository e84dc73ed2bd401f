import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BookNotebook, compileBook } from "../notebook/compile/book.ts";
import { NotebookErrors } from "../notebook/compile/error.ts";
import { readerOf } from "../notebook/compile/find.ts";
import { declarationsFile } from "../notebook/compile/wasm/kernel.ts";
import { ambientTypes, typedModule } from "../notebook/compile/wasm/typed-module.ts";
import { compiledFolder } from "../notebook/compile/write.ts";
import type { Check } from "./check.ts";
import { toolProblems } from "./tool.ts";

/** Folder of what TypeScript is shown, from the project's root. */
const shown = `${compiledFolder}/types`;

/** Cells pass to WebAssembly kernels what those take: a text where a number is due becomes 0 without a word. */
export const cellTypes: Check = {
  name: "types of cells with kernels",
  run: async (root) => {
    const notebooks = await compileBook(root).catch((error) => {
      // the check of notebooks says it
      if (error instanceof NotebookErrors) return [];
      throw error;
    });
    return cellProblems(root, notebooks);
  },
};

/** TypeScript's complaints about notebooks that import kernels, with places in the notebooks. */
export async function cellProblems(
  root: string,
  notebooks: Pick<BookNotebook, "id" | "file" | "kernels">[],
  read = readerOf(root),
): Promise<string[]> {
  const withKernels = notebooks.filter(({ kernels }) => kernels.length > 0);
  if (withKernels.length === 0) return [];
  const folder = join(root, shown);
  rmSync(folder, { recursive: true, force: true });
  const modules = new Map(
    withKernels.map(({ id, file, kernels }) => {
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
    files: ["notebooks.d.ts", ...withKernels.map(({ id }) => `${id}/cells.ts`)],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const said = await toolProblems(root, "tsc", [
    "--project",
    join(folder, "tsconfig.json"),
    "--pretty",
    "false",
  ]);
  return said.map((line) => {
    const [, path, row, column, what] = /^(.*)\((\d+),(\d+)\): error (.*)$/.exec(line) ?? [];
    const module = modules.get(path);
    const range = module?.lines.find((r) => r.compiled <= Number(row) && Number(row) < r.compiled + r.count);
    if (!module || !range) return line;
    return `${module.file}:${range.notebook + Number(row) - range.compiled}:${Number(column) + range.indent}: ${what}`;
  });
}
