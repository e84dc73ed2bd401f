import type { AnalysedCell, Import } from "./analyse/cell.ts";
import { namesOf } from "./graph.ts";
import type { Experiment } from "./partition.ts";
import { CompiledText, type LineRange } from "./text.ts";
import { type Kernel, kernelData } from "./wasm/kernel.ts";

/** A compiled file and the way back from its lines to the notebook's. */
export interface Emitted {
  code: string;
  lines: LineRange[];
}

/**
 * The page's module: every cell that can change, as data plus a function whose text is the cell's own.
 * It imports nothing: libraries come through the `lib` argument, so that no bundler touches the cells.
 */
export function emitHost(file: string, cells: AnalysedCell[], experiments: Experiment[]): Emitted {
  const text = new CompiledText();
  text.add(`// Compiled from ${file}. Cells are unchanged but for their types.\nexport default (lib) => [\n`);
  for (const cell of cells) {
    const experiment = experiments.find((e) => e.cell === cell);
    const { source, autodisplay, fixed } = cell;
    // what only a pure cell of its worker uses must be at hand here, to be sent along
    const inputs = [...new Set([...cell.inputs, ...(experiment?.captures ?? [])])];
    const facts = {
      id: source.id,
      mode: source.mode,
      inputs,
      outputs: namesOf(cell),
      output: source.output,
      autodisplay,
      fixed,
      captures: experiment?.captures,
      experiment: experiment?.name,
    };
    text.add(`{...${JSON.stringify(facts)}, body: ${header(cell, inputs.join(", "))}`);
    addBody(text, cell);
    text.add("}},\n");
  }
  text.add("];\n");
  return { code: text.toString(), lines: text.lines };
}

/**
 * The worker's script: the harness and the libraries as one text, then the bench cells and the pure cells
 * they need. Self-contained and classic, so that it also runs from a blob in a sandbox: kernels stand in it as text.
 */
export function emitWorker(
  file: string,
  prelude: string,
  experiments: Experiment[],
  kernels: Kernel[] = [],
): Emitted {
  const text = new CompiledText();
  text.add(`// Compiled from ${file}. Cells are unchanged but for their types.\n"use strict";\n${prelude}\n`);
  if (kernels.length > 0)
    text.add(`lib("#kernels").provideKernels(${JSON.stringify(kernels.map(kernelData))});\n`);
  addWorkerCells(text, experiments);
  return { code: text.toString(), lines: text.lines };
}

/** Where the cells begin in a worker's script, behind the harness. */
const cellsBegin = "\nhotPathWorker.serveCells({\n";

/**
 * A worker's script with other cells: those of edited experiments in the place of its own.
 * @param script as `emitWorker` wrote it; its harness and libraries stay
 */
export function replaceWorkerCells(script: string, experiments: Experiment[]): Emitted {
  const text = new CompiledText();
  text.add(script.slice(0, script.indexOf(cellsBegin) + 1));
  addWorkerCells(text, experiments);
  return { code: text.toString(), lines: text.lines };
}

function addWorkerCells(text: CompiledText, experiments: Experiment[]): void {
  text.add(cellsBegin.slice(1));
  const cells = new Set(experiments.flatMap((e) => [...e.pure, e.cell]));
  for (const cell of cells) {
    const facts = { inputs: cell.inputs, outputs: cell.outputs };
    text.add(
      `${cell.source.id}: {...${JSON.stringify(facts)}, body: ${header(cell, cell.inputs.join(", "))}`,
    );
    addBody(text, cell);
    text.add("}},\n");
  }
  text.add("});\n");
}

function header(cell: AnalysedCell, parameters: string): string {
  return `async (${parameters}) => {${cell.imports.map((i) => importLine(cell, i)).join("")}${cell.expression ? " return (" : ""}`;
}

function addBody(text: CompiledText, cell: AnalysedCell): void {
  if (cell.code) text.addCell(cell.code, cell.source);
  if (cell.expression) text.add(cell.code ? ")" : "undefined)");
  else if (cell.outputs.length > 0) text.add(`return {${cell.outputs.join(", ")}};`);
}

function importLine(cell: AnalysedCell, { library, names }: Import): string {
  const asked = names.map(([name]) => name).filter((name) => name !== "*");
  const pattern = names.map(([name, local]) =>
    name === "*" ? `...${local}` : name === local ? name : `${name}: ${local}`,
  );
  return ` const {${pattern.join(", ")}} = await lib(${JSON.stringify(library)}, ${JSON.stringify(asked)}, ${cell.source.id});`;
}
