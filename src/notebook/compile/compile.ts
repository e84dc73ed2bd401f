import { createHash } from "node:crypto";
import type { Need } from "../needs/need.ts";
import { analyse } from "./analyse/analyse.ts";
import type { AnalysedCell } from "./analyse/cell.ts";
import { CellError } from "./analyse/cell-error.ts";
import { type Emitted, emitHost, emitWorker } from "./emit.ts";
import { NotebookError, NotebookErrors } from "./error.ts";
import { circularCells, definitions, namesOf, undefinedNames } from "./graph.ts";
import { needsByCell } from "./needs.ts";
import {
  bindExperiments,
  type Experiment,
  experiments,
  type Kind,
  kindOf,
  ownOutputs,
  usedOnPage,
} from "./partition.ts";
import { positionInFile } from "./position.ts";
import { readNotebook, type SourceCell, type SourceNotebook } from "./read.ts";
import { compileKernels, kernelImports, kernelsOf, type ReadText } from "./wasm/imports.ts";
import { isKernel, type Kernel } from "./wasm/kernel.ts";

export interface CompiledCell {
  id: number;
  mode: SourceCell["mode"];
  kind: Kind;
  value: string;
  pinned: boolean;
  hidden: boolean;
  output: string | undefined;
  line: number;
  /** kernels that it imports, as it names them: "./sum.as.ts" */
  kernels: string[];
  /** hash of its text: a reader's edit belongs to one version of a cell */
  version: string;
  /** what it declares, by which readers know it: "sumAbove" */
  name: string;
  /** true if cells of the page use it, directly or through others; not those that declare an experiment */
  onPage: boolean;
  /** what is known of a cell of the page without its code; null for pure and bench cells, which are analysed again once edited */
  host: HostFacts | null;
  /** what a browser must offer for it and all that it uses: derived from the code, never declared */
  needs: Need[];
}

/** How a cell of the page looks to cells that a reader edits. */
export interface HostFacts extends Pick<AnalysedCell, "inputs" | "outputs" | "imports"> {
  /** why it runs on the page */
  needsPage: string | undefined;
  /** outputs that cannot be cloned, with what they are */
  uncloneable: [string, string][];
}

/** A notebook ready to be shown and run. */
export interface Compiled {
  title: string;
  theme: string;
  /** hash of all cells: a link to a changed notebook names the version that was changed */
  version: string;
  description: string;
  cells: CompiledCell[];
  /** every experiment, the cells that its own one needs, and a hash of all of them */
  experiments: { name: string; cell: number; helpers: number[]; hash: string }[];
  /** WebAssembly kernels that its cells import, in that order */
  kernels: Kernel[];
  host: Emitted;
  /** absent if nothing is measured */
  worker: Emitted | null;
  /** libraries that the worker's script has, by the names that cells import */
  workerLibraries: string[];
}

/**
 * Compiles one notebook.
 * @param file path as it should appear in messages
 * @param prelude makes the worker's harness text for the libraries it needs
 * @param read gives the text of a file beside the notebook, by its path as in `file`
 * @throws NotebookErrors with every mistake found in the first stage that has any
 */
export async function compile(
  file: string,
  html: string,
  prelude: (libraries: string[]) => Promise<string>,
  read: ReadText = () => undefined,
): Promise<Compiled> {
  const source = orThrow(() => readNotebook(file, html));
  const analysed = analyseAll(source);
  const [names, duplicates] = definitions(file, analysed);
  throwIfAny([...duplicates, ...undefinedNames(file, analysed, names)]);
  throwIfAny(circularCells(file, analysed, names));
  const cells = bindExperiments(analysed);
  const [defined] = definitions(file, cells);
  const [measured, captureErrors] = experiments(file, cells, defined);
  throwIfAny(captureErrors);
  const kernels = await compileKernels(file, cells, read);
  const onPage = usedOnPage(cells, defined);
  const needs = needsByCell(cells, defined, kernels);
  return {
    title: source.title,
    theme: source.theme,
    version: sha256(JSON.stringify(source.cells.map(({ id, mode, value }) => [id, mode, value])), 16),
    description: describe(source),
    cells: cells.map((cell) => toCompiledCell(cell, onPage, needs.get(cell) ?? [])),
    experiments: measured.map((e) => ({
      name: e.name,
      cell: e.cell.source.id,
      helpers: e.pure.map((cell) => cell.source.id),
      hash: hash(e, kernels),
    })),
    kernels,
    host: emitHost(file, cells, measured),
    worker: measured.length > 0 ? await workerOf(file, measured, kernels, prelude) : null,
    workerLibraries: librariesOf(measured.flatMap(measuredCells)),
  };
}

async function workerOf(
  file: string,
  measured: Experiment[],
  kernels: Kernel[],
  prelude: (libraries: string[]) => Promise<string>,
): Promise<Emitted> {
  const cells = measured.flatMap(measuredCells);
  const used = kernelsOf(cells, kernels);
  const bundled = librariesOf(cells).filter((name) => name !== "#bench" && !isKernel(name));
  const libraries = [...bundled, ...(used.length > 0 ? ["#kernels"] : [])];
  return emitWorker(file, await prelude(libraries), measured, used);
}

function analyseAll(source: SourceNotebook): AnalysedCell[] {
  const cells: AnalysedCell[] = [];
  const errors: NotebookError[] = [];
  for (const cell of source.cells) {
    try {
      cells.push(analyse(cell));
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      errors.push(new NotebookError(source.file, positionInFile(cell, error.offset), error.what, error.fix));
    }
  }
  throwIfAny(errors);
  return cells;
}

function orThrow<T>(f: () => T): T {
  try {
    return f();
  } catch (error) {
    throw error instanceof NotebookError ? new NotebookErrors([error]) : error;
  }
}

function throwIfAny(errors: NotebookError[]): void {
  if (errors.length > 0) throw new NotebookErrors(errors.sort((a, b) => a.line - b.line));
}

function toCompiledCell(cell: AnalysedCell, onPage: Set<AnalysedCell>, needs: Need[]): CompiledCell {
  const { id, mode, value, pinned, hidden, output, line } = cell.source;
  const kernels = kernelImports(cell).map(({ library }) => library);
  const kind = kindOf(cell);
  const names = { version: sha256(value, 10), name: ownOutputs(cell).join(", ") };
  const host = kind === "host" ? hostFacts(cell) : null;
  return {
    id,
    mode,
    kind,
    value,
    pinned,
    hidden,
    output,
    line,
    kernels,
    needs,
    ...names,
    onPage: onPage.has(cell),
    host,
  };
}

function hostFacts(cell: AnalysedCell): HostFacts {
  const { inputs, imports, needsPage, uncloneable } = cell;
  return { inputs, outputs: namesOf(cell), imports, needsPage, uncloneable: [...uncloneable] };
}

function sha256(text: string, digits: number): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** The first paragraph of prose. */
function describe(source: SourceNotebook): string {
  const prose = source.cells.find((cell) => cell.mode === "md")?.value ?? "";
  const paragraph = prose.split(/\n\s*\n/).find((text) => text.trim() && !text.trimStart().startsWith("#"));
  return (paragraph ?? "").replace(/\s+/g, " ").trim();
}

/** Every cell that an experiment's worker evaluates, its own last. */
function measuredCells({ pure, cell }: Experiment): AnalysedCell[] {
  return [...pure, cell];
}

/** Names the measured code: results recorded for another hash are stale. */
function hash(experiment: Experiment, kernels: Kernel[]): string {
  const cells = measuredCells(experiment);
  const imports = cells.flatMap(kernelImports).map(({ library, names }) => JSON.stringify([library, names]));
  const sources = kernelsOf(cells, kernels).map(({ flags, source }) => [...flags, source].join("\n"));
  const text = [...cells.map((c) => c.code.trim()), ...imports, ...sources].join("\n\n");
  return sha256(text, 16);
}

function librariesOf(cells: AnalysedCell[]): string[] {
  return [...new Set(cells.flatMap((cell) => cell.imports.map(({ library }) => library)))];
}
