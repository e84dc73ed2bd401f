import type { AnalysedCell } from "../../compile/analyse/cell.ts";
import { CellError } from "../../compile/analyse/cell-error.ts";
import { analyseProgram } from "../../compile/analyse/program.ts";
import type { HostFacts } from "../../compile/compile.ts";
import { pageBuiltins } from "../../compile/names.ts";
import type { SourceCell } from "../../compile/read.ts";
import type { ManifestCell } from "../../compile/write.ts";
import type { Edits } from "../edits.ts";
import type { Mistake } from "../mistake.ts";
import { stripInBrowser } from "../strip/strip-types.ts";
import { sentence } from "./sentence.ts";

/**
 * What the compiler would know of a notebook's cells if the edits stood in its file. Pure and bench cells are analysed
 * again; cells of the page cannot be edited, and the build has said how they look to others.
 */
export function analyseEdited(
  cells: readonly ManifestCell[],
  edits: Edits,
): { cells: AnalysedCell[]; mistakes: Mistake[] } {
  const analysed: AnalysedCell[] = [];
  const mistakes: Mistake[] = [];
  for (const cell of cells) {
    const source = sourceOf(cell, edits.get(cell.id) ?? cell.value);
    if (cell.host) {
      analysed.push(hostCell(source, cell.host));
      continue;
    }
    try {
      analysed.push(analyseProgram(source, stripInBrowser));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      mistakes.push({ cell: cell.id, offset: error.offset, message: sentence(error) });
    }
  }
  return { cells: analysed, mistakes };
}

/** Lines count from 1 in each cell: what a reader edits is a cell and not a file. */
function sourceOf({ id, mode, name }: ManifestCell, value: string): SourceCell {
  const called = name ? `the cell “${name}”` : "a cell of the page";
  return { id, mode, value, called, line: 1, indents: [], pinned: false, hidden: false, output: undefined };
}

function hostCell(source: SourceCell, facts: HostFacts): AnalysedCell {
  const builtin = facts.inputs.find((name) => pageBuiltins.has(name));
  return {
    source,
    code: "",
    expression: false,
    inputs: facts.inputs,
    outputs: facts.outputs,
    offsets: new Map(),
    imports: facts.imports,
    autodisplay: false,
    fixed: false,
    needsPage: facts.needsPage ?? builtin ?? "the page",
    uncloneable: new Map(facts.uncloneable),
  };
}
