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
    const tooMuch = excess(source.value);
    if (tooMuch) {
      mistakes.push({ cell: cell.id, offset: 0, message: tooMuch });
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

/** Characters of a cell: the longest of the book has a tenth of them. */
const MOST_CHARACTERS = 20_000;

/**
 * Angle brackets of a cell. acorn-typescript asks of each whether types begin there, and reads on to the end to know: 800
 * in one expression took 0.7 s in Node 24, and four times as many would take sixteen times as long.
 */
const MOST_ANGLES = 400;

/** What forbids to read a text at all, in a sentence: the page must not freeze over it. */
function excess(text: string): string | null {
  const angles = text.split("<").length - 1;
  if (text.length > MOST_CHARACTERS)
    return `This cell has ${count(text.length)} characters; it may have ${count(MOST_CHARACTERS)}. Make it shorter.`;
  if (angles > MOST_ANGLES)
    return `This cell has ${count(angles)} times “<”; it may have ${count(MOST_ANGLES)}. Make it shorter.`;
  return null;
}

function count(n: number): string {
  return n.toLocaleString("en-GB");
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
