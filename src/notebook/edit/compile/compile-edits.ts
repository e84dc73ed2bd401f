import type { AnalysedCell } from "../../compile/analyse/cell.ts";
import type { NotebookError } from "../../compile/error.ts";
import { circularCells, definitions, undefinedNames } from "../../compile/graph.ts";
import { bindExperiments, type Experiment, experiments } from "../../compile/partition.ts";
import type { Manifest } from "../../compile/write.ts";
import type { Edits } from "../edits.ts";
import type { Mistake } from "../mistake.ts";
import { analyseEdited } from "./cells.ts";
import { changedKinds, changedNames, missingLibraries } from "./limits.ts";
import { sentence } from "./sentence.ts";

/** What a notebook's manifest must tell to compile edits of it. */
export type Editable = Pick<Manifest, "cells" | "experiments" | "workerLibraries" | "kernels">;

export interface CompiledEdits {
  /** what forbids to run; empty if nothing does */
  mistakes: Mistake[];
  /** experiments in which an edited cell takes part, with the cells and the host values that they need now */
  experiments: Experiment[];
}

/**
 * Compiles a notebook with edits in the browser, by the rules of the build: references among cells are found anew, and
 * what cannot be run is refused in words. Nothing is evaluated.
 */
export function compileEdits(notebook: Editable, edits: Edits): CompiledEdits {
  const { cells: analysed, mistakes } = analyseEdited(notebook.cells, edits);
  if (mistakes.length > 0) return { mistakes, experiments: [] };
  const [, duplicates] = definitions("", analysed);
  const cells = bindExperiments(analysed);
  const [defined] = definitions("", cells);
  const [measured, captureErrors] = experiments("", cells, defined);
  const needed = new Set(measured.flatMap(({ pure, cell }) => [...pure, cell]));
  const errors = [
    ...duplicates,
    ...undefinedNames("", [...needed], defined),
    ...circularCells("", [...needed], defined),
    ...captureErrors,
  ];
  const limits = [
    ...changedKinds(notebook, cells, edits),
    ...changedNames(notebook, measured),
    ...missingLibraries(notebook, [...needed]),
  ];
  // one cause makes several errors: what a cell can no longer be says more than what others miss of it
  const found = limits.length > 0 ? limits : errors.flatMap(toMistake);
  const touched = measured.filter(({ pure, cell }) => [...pure, cell].some((c) => isEdited(c, edits)));
  return { mistakes: inOrder(found), experiments: touched };
}

function isEdited({ source }: AnalysedCell, edits: Edits): boolean {
  return edits.has(source.id);
}

function toMistake(error: NotebookError): Mistake[] {
  return error.inCell ? [{ ...error.inCell, message: sentence(error) }] : [];
}

function inOrder(mistakes: Mistake[]): Mistake[] {
  return mistakes.toSorted((a, b) => a.cell - b.cell || a.offset - b.offset);
}
