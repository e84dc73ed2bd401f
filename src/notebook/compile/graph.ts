import type { AnalysedCell } from "./analyse/cell.ts";
import { NotebookError, type Position } from "./error.ts";
import { absentBuiltins, globals, pageBuiltins, pageGlobals } from "./names.ts";
import { cellInWords, positionInFile } from "./position.ts";

/** Which cell defines each name. */
export type Definitions = Map<string, AnalysedCell>;

/** Where `name` is first used or declared in a cell. */
export function positionOf(cell: AnalysedCell, name: string): Position {
  return positionInFile(cell.source, cell.offsets.get(name) ?? 0);
}

/** @returns one error for every name that two cells define; the first definition wins. */
export function definitions(file: string, cells: AnalysedCell[]): [Definitions, NotebookError[]] {
  const defined: Definitions = new Map();
  const errors: NotebookError[] = [];
  for (const cell of cells) {
    for (const name of namesOf(cell)) {
      const first = defined.get(name);
      if (!first) defined.set(name, cell);
      else
        errors.push(
          new NotebookError(
            file,
            positionOf(cell, name),
            `“${name}” is already defined by ${cellInWords(first.source, positionOf(first, name).line)}`,
            "Rename one of the two",
          ),
        );
    }
  }
  return [defined, errors];
}

/** Names that other cells can use; an `output` attribute replaces what the code declares. */
export function namesOf(cell: AnalysedCell): string[] {
  return cell.source.output ? [cell.source.output] : cell.outputs;
}

/** Every name used must be declared by a cell, a built-in, or a global of the web. */
export function undefinedNames(file: string, cells: AnalysedCell[], defined: Definitions): NotebookError[] {
  const errors: NotebookError[] = [];
  for (const cell of cells) {
    for (const name of cell.inputs) {
      if (defined.has(name) || pageBuiltins.has(name) || globals.has(name) || pageGlobals.has(name)) continue;
      const at = positionOf(cell, name);
      if (absentBuiltins.has(name))
        errors.push(
          new NotebookError(
            file,
            at,
            `“${name}” is part of Notebook Kit's library that this book does not ship`,
            "Use what #bench, #simulate, #charts, Plot and Inputs offer",
          ),
        );
      else
        errors.push(
          new NotebookError(
            file,
            at,
            `“${name}” is not defined`,
            suggestion(name, [...defined.keys(), ...pageBuiltins, ...globals]),
          ),
        );
    }
  }
  return errors;
}

/** Cells that need each other's values can never run. */
export function circularCells(file: string, cells: AnalysedCell[], defined: Definitions): NotebookError[] {
  const errors: NotebookError[] = [];
  const state = new Map<AnalysedCell, "visiting" | "done">();
  const path: AnalysedCell[] = [];
  function visit(cell: AnalysedCell): void {
    state.set(cell, "visiting");
    path.push(cell);
    for (const name of cell.inputs) {
      const next = defined.get(name);
      if (!next || (next === cell && cell.outputs.includes(name))) continue;
      if (state.get(next) === "visiting")
        errors.push(circle(file, path.slice(path.indexOf(next)), cell, name));
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(cell, "done");
  }
  for (const cell of cells) if (!state.has(cell)) visit(cell);
  return errors;
}

function circle(file: string, cells: AnalysedCell[], last: AnalysedCell, name: string): NotebookError {
  const lines = [...cells, cells[0]].map(({ source }) => source.called ?? `line ${source.line}`).join(" → ");
  return new NotebookError(
    file,
    positionOf(last, name),
    `cells need each other in a circle: ${lines}`,
    `Break it: move “${name}” to a cell of its own that needs none of the others`,
  );
}

function suggestion(name: string, known: string[]): string {
  const near = known
    .map((k) => [distance(name.toLowerCase(), k.toLowerCase()), k] as const)
    .sort((a, b) => a[0] - b[0])[0];
  if (near && name.length > 2 && near[0] <= Math.max(1, Math.floor(name.length / 4)))
    return `Did you mean “${near[1]}”? Otherwise declare it in a cell or import it`;
  return `Declare it in a cell (const ${name} = …) or import it`;
}

/** Edits that turn one word into the other: insert, delete, replace, swap neighbours (Damerau 1964, optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; ++i) {
    const next = [i];
    for (let j = 1; j <= b.length; ++j) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}
