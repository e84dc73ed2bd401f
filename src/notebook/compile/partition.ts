import type { AnalysedCell, Import } from "./analyse/cell.ts";
import { NotebookError } from "./error.ts";
import { type Definitions, positionOf } from "./graph.ts";
import { pageBuiltins } from "./names.ts";
import { cellInWords, positionInFile } from "./position.ts";

/**
 * host: runs on the page (inputs, charts, prose); pure: functions and data that need no page;
 * bench: declares an experiment, and is evaluated on the page and again in every worker.
 */
export type Kind = "host" | "pure" | "bench";

/** A bench cell with what its worker needs. */
export interface Experiment {
  cell: AnalysedCell;
  /** name of the cell's output: `run` in `const run = view(experiment(…))` */
  name: string;
  /** pure cells it depends on, in an order in which they can run */
  pure: AnalysedCell[];
  /** host values cloned into the worker */
  captures: string[];
}

export function kindOf(cell: AnalysedCell): Kind {
  if (isBench(cell)) return "bench";
  const tied = cell.needsPage !== undefined || cell.inputs.some((name) => pageBuiltins.has(name));
  return tied || cell.expression || cell.outputs.length === 0 ? "host" : "pure";
}

/**
 * Notebook Kit lets one cell import a name for all others. An experiment belongs to the cell that calls it, so every
 * such cell gets an import of its own.
 */
export function bindExperiments(cells: AnalysedCell[]): AnalysedCell[] {
  const locals = new Set(cells.flatMap(experimentNames));
  return cells.map((cell) => {
    const used = cell.inputs.filter((name) => locals.has(name));
    if (used.length === 0) return cell;
    const imports = used.map(
      (local): Import => ({ library: "#bench", place: "both", names: [["experiment", local]], offset: 0 }),
    );
    return {
      ...cell,
      inputs: cell.inputs.filter((name) => !locals.has(name)),
      imports: [...cell.imports, ...imports],
    };
  });
}

function isBench(cell: AnalysedCell): boolean {
  return experimentNames(cell).length > 0 && (cell.expression || ownOutputs(cell).length > 0);
}

function experimentNames(cell: AnalysedCell): string[] {
  return cell.imports
    .filter((i) => i.library === "#bench")
    .flatMap((i) => i.names.filter(([name]) => name === "experiment").map(([, local]) => local));
}

/** What the cell declares, without what it imports. */
export function ownOutputs(cell: AnalysedCell): string[] {
  const imported = new Set(cell.imports.flatMap((i) => i.names.map(([, local]) => local)));
  return cell.outputs.filter((name) => !imported.has(name));
}

/** Follows the references of every bench cell through pure cells to the host values at the edge. */
export function experiments(
  file: string,
  cells: AnalysedCell[],
  defined: Definitions,
): [Experiment[], NotebookError[]] {
  const errors: NotebookError[] = [];
  const found: Experiment[] = [];
  for (const cell of cells) {
    if (!isBench(cell)) continue;
    const own = ownOutputs(cell);
    if (own.length !== 1)
      errors.push(
        new NotebookError(
          file,
          positionInFile(cell.source, 0),
          `a cell with an experiment declares one value, this one ${own.length}`,
          "Write const run = view(experiment({…})), one to a cell",
        ),
      );
    if (cell.needsPage)
      errors.push(
        new NotebookError(
          file,
          positionInFile(cell.source, 0),
          `a cell with an experiment also runs in a worker, where ${cell.needsPage} does not exist`,
          "Move that part to a cell of its own",
        ),
      );
    const [experiment, captureErrors] = close(file, cell, own[0], defined);
    found.push(experiment);
    errors.push(...captureErrors);
  }
  return [found, errors];
}

function close(
  file: string,
  cell: AnalysedCell,
  name: string,
  defined: Definitions,
): [Experiment, NotebookError[]] {
  const pure: AnalysedCell[] = [];
  const captures = new Set<string>();
  const errors: NotebookError[] = [];
  const seen = new Set([cell]);
  function visit(user: AnalysedCell): void {
    for (const input of user.inputs) {
      const source = defined.get(input);
      if (!source || source === user) continue;
      if (kindOf(source) === "pure") {
        if (seen.has(source)) continue;
        seen.add(source);
        visit(source);
        pure.push(source);
      } else {
        captures.add(input);
        const kind = source.uncloneable.get(input) ?? importedKind(source, input);
        if (kind) errors.push(cannotCross(file, user, source, input, kind));
      }
    }
  }
  visit(cell);
  return [{ cell, name, pure, captures: [...captures] }, errors];
}

/** Pure cells that cells of the page use, directly or through others; not those that declare an experiment. */
export function usedOnPage(cells: AnalysedCell[], defined: Definitions): Set<AnalysedCell> {
  const used = new Set<AnalysedCell>();
  function visit(user: AnalysedCell): void {
    for (const name of user.inputs) {
      const source = defined.get(name);
      if (!source || used.has(source) || kindOf(source) !== "pure") continue;
      used.add(source);
      visit(source);
    }
  }
  for (const cell of cells) if (kindOf(cell) === "host") visit(cell);
  return used;
}

function importedKind(cell: AnalysedCell, name: string): string | undefined {
  const library = cell.imports.find((i) => i.names.some(([, local]) => local === name));
  return library && `part of ${library.library}`;
}

function cannotCross(
  file: string,
  user: AnalysedCell,
  source: AnalysedCell,
  name: string,
  kind: string,
): NotebookError {
  const why = source.needsPage ?? source.inputs.find((input) => pageBuiltins.has(input)) ?? "the page";
  return new NotebookError(
    file,
    positionOf(user, name),
    `“${name}” cannot be sent to the worker: it is ${kind} of ${cellInWords(source.source, source.source.line)}, which runs on the page because it uses ${why}`,
    `Move “${name}” to a cell of its own without ${why}`,
  );
}
