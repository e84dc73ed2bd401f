import { createHash } from "node:crypto";
import { type AnalysedCell, analyse } from "./analyse.ts";
import { type Emitted, emitHost, emitWorker } from "./emit.ts";
import { NotebookError, NotebookErrors } from "./error.ts";
import { circularCells, definitions, undefinedNames } from "./graph.ts";
import { bindExperiments, type Experiment, experiments, type Kind, kindOf } from "./partition.ts";
import { positionInFile, readNotebook, type SourceCell, type SourceNotebook } from "./read.ts";
import { CellError } from "./strip.ts";

export interface CompiledCell {
  id: number;
  mode: SourceCell["mode"];
  kind: Kind;
  value: string;
  pinned: boolean;
  hidden: boolean;
  line: number;
}

/** A notebook ready to be shown and run. */
export interface Compiled {
  title: string;
  description: string;
  cells: CompiledCell[];
  /** what a browser must offer: derived from the code, never declared */
  needs: string[];
  /** experiment name to a hash of the cells it was built from */
  experiments: { name: string; cell: number; hash: string }[];
  host: Emitted;
  /** absent if nothing is measured */
  worker: Emitted | null;
}

/**
 * Compiles one notebook.
 * @param file path as it should appear in messages
 * @param prelude makes the worker's harness text for the libraries it needs
 * @throws NotebookErrors with every mistake found in the first stage that has any
 */
export async function compile(
  file: string,
  html: string,
  prelude: (libraries: string[]) => Promise<string>,
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
  return {
    title: source.title,
    description: describe(source),
    cells: cells.map((cell) => toCompiledCell(cell)),
    needs: needs(cells),
    experiments: measured.map((e) => ({ name: e.name, cell: e.cell.source.id, hash: hash(e) })),
    host: emitHost(file, cells, measured),
    worker: measured.length > 0 ? emitWorker(file, await prelude(workerLibraries(measured)), measured) : null,
  };
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

function toCompiledCell(cell: AnalysedCell): CompiledCell {
  const { id, mode, value, pinned, hidden, line } = cell.source;
  return { id, mode, kind: kindOf(cell), value, pinned, hidden, line };
}

/** The first paragraph of prose. */
function describe(source: SourceNotebook): string {
  const prose = source.cells.find((cell) => cell.mode === "md")?.value ?? "";
  const paragraph = prose.split(/\n\s*\n/).find((text) => text.trim() && !text.trimStart().startsWith("#"));
  return (paragraph ?? "").replace(/\s+/g, " ").trim();
}

const needsTable: [string, RegExp][] = [
  ["isolation", /\b(SharedArrayBuffer|Atomics)\b/],
  ["opfs", /\bgetDirectory\b/],
  ["indexeddb", /\bindexedDB\b/],
  ["wasm", /\bWebAssembly\b/],
];

function needs(cells: AnalysedCell[]): string[] {
  const code = cells.map((cell) => cell.code).join("\n");
  return needsTable.filter(([, pattern]) => pattern.test(code)).map(([need]) => need);
}

/** Names the measured code: results recorded for another hash are stale. */
function hash({ cell, pure }: Experiment): string {
  const text = [...pure, cell].map((c) => c.code.trim()).join("\n\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function workerLibraries(measured: Experiment[]): string[] {
  const imports = measured.flatMap((e) => [...e.pure, e.cell]).flatMap((cell) => cell.imports);
  return [...new Set(imports.map((i) => i.library))].filter((name) => name !== "#bench");
}
