import type { AnalysedCell, Import } from "../analyse/cell.ts";
import { NotebookError, NotebookErrors } from "../error.ts";
import { positionInFile } from "../position.ts";
import { compileKernel } from "./compile-kernel.ts";
import { isKernel, type Kernel } from "./kernel.ts";
import { wholeWord } from "./position.ts";

/** The text of a file of the project, or undefined if there is none. */
export type ReadText = (path: string) => string | undefined;

export function kernelImports(cell: AnalysedCell): Import[] {
  return cell.imports.filter(({ library }) => isKernel(library));
}

/** The kernels that any of the cells imports. */
export function kernelsOf(cells: AnalysedCell[], kernels: Kernel[]): Kernel[] {
  const imported = new Set(cells.flatMap(kernelImports).map(({ library }) => library));
  return kernels.filter(({ specifier }) => imported.has(specifier));
}

/**
 * Compiles the kernels of a notebook, in the order in which its cells import them, and checks that they offer what is
 * imported.
 * @throws NotebookErrors with places in the notebook or in its kernels
 */
export async function compileKernels(file: string, cells: AnalysedCell[], read: ReadText): Promise<Kernel[]> {
  const errors: NotebookError[] = [];
  const kernels = new Map<string, Kernel | null>();
  for (const cell of cells) {
    for (const used of kernelImports(cell)) {
      if (!kernels.has(used.library))
        kernels.set(used.library, await compileImported(file, cell, used, read, errors));
      const kernel = kernels.get(used.library);
      if (kernel) errors.push(...missingExports(file, cell, used, kernel));
    }
  }
  if (errors.length > 0) throw new NotebookErrors(errors);
  return [...kernels.values()].filter((kernel) => kernel !== null);
}

async function compileImported(
  file: string,
  cell: AnalysedCell,
  used: Import,
  read: ReadText,
  errors: NotebookError[],
): Promise<Kernel | null> {
  const path = file.replace(/[^/]*$/, "") + used.library.slice(2);
  const source = read(path);
  if (source === undefined) {
    const offset = cell.source.value.indexOf(used.library, used.offset);
    const what = `there is no file ${path}`;
    errors.push(
      new NotebookError(file, positionInFile(cell.source, offset), what, "Write it, or correct the name"),
    );
    return null;
  }
  try {
    return await compileKernel(path, source);
  } catch (error) {
    if (!(error instanceof NotebookErrors)) throw error;
    errors.push(...error.errors);
    return null;
  }
}

function missingExports(file: string, cell: AnalysedCell, used: Import, kernel: Kernel): NotebookError[] {
  const offered = [...Object.keys(kernel.exports), "instantiate"];
  const missing = used.names.map(([name]) => name).filter((name) => name !== "*" && !offered.includes(name));
  return missing.map((name) => {
    const text = cell.source.value.slice(used.offset);
    const offset = used.offset + (name === "default" ? 0 : text.search(wholeWord(name)));
    const what =
      name === "default"
        ? `“${used.library}” has no default export`
        : `“${used.library}” does not export “${name}”`;
    return new NotebookError(
      file,
      positionInFile(cell.source, offset),
      what,
      `It exports ${offered.join(", ")}; write import { … } from "${used.library}" with the names that you need`,
    );
  });
}
