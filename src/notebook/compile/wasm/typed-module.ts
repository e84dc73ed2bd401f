import { analyse } from "../analyse/analyse.ts";
import type { AnalysedCell } from "../analyse/cell.ts";
import type { Emitted } from "../emit.ts";
import { pageBuiltins } from "../names.ts";
import { readNotebook } from "../read.ts";
import { CompiledText } from "../text.ts";

const typed = new Set(["display", "view"]);

/** Types of what cells use without importing it, as far as a kernel's arguments may depend on it. */
export const ambientTypes = [
  "declare function display<T>(value: T): T;",
  "declare function view<T>(input: { value: T }): T;",
  ...[...pageBuiltins].filter((name) => !typed.has(name)).map((name) => `declare const ${name}: any;`),
  'declare module "npm:*";',
  'declare module "htl";',
  'declare module "@observablehq/inputs";',
  "",
].join("\n");

/**
 * The TypeScript cells of a notebook as one module for the compiler of TypeScript, each after those whose values it
 * uses. What other cells define is of any type.
 */
export function typedModule(file: string, html: string): Emitted {
  const cells = readNotebook(file, html).cells.map(analyse);
  const text = new CompiledText();
  for (const cell of inOrder(cells)) {
    if (cell.source.mode === "ts") text.addCell(cell.source.value, cell.source).add(";\n");
    else for (const name of cell.outputs) text.add(`declare const ${name}: any;\n`);
  }
  return { code: text.add("export {};\n").toString(), lines: text.lines };
}

function inOrder(cells: AnalysedCell[]): AnalysedCell[] {
  const ordered = new Set<AnalysedCell>();
  const visit = (cell: AnalysedCell, path: AnalysedCell[]) => {
    if (ordered.has(cell) || path.includes(cell)) return;
    for (const other of cells)
      if (other.outputs.some((name) => cell.inputs.includes(name))) visit(other, [...path, cell]);
    ordered.add(cell);
  };
  for (const cell of cells) visit(cell, []);
  return [...ordered];
}
