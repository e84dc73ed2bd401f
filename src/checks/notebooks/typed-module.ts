import { analyse } from "../../notebook/compile/analyse/analyse.ts";
import type { AnalysedCell } from "../../notebook/compile/analyse/cell.ts";
import type { Emitted } from "../../notebook/compile/emit.ts";
import { readNotebook } from "../../notebook/compile/read.ts";
import { CompiledText } from "../../notebook/compile/text.ts";

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
