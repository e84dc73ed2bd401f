import type { Need } from "../needs/need.ts";
import { kernelNeeds } from "../wasm/data.ts";
import type { AnalysedCell } from "./analyse/cell.ts";
import type { Definitions } from "./graph.ts";
import { kernelsOf } from "./wasm/imports.ts";
import type { Kernel } from "./wasm/kernel.ts";

/** Globals and members that not every browser or host has. Atomics work on memory that is not shared as well. */
const signs: [Need, (cell: AnalysedCell) => boolean][] = [
  ["isolation", (cell) => cell.inputs.includes("SharedArrayBuffer") || /\bshared: *true\b/.test(cell.code)],
  ["opfs", (cell) => /\.getDirectory\(/.test(cell.code)],
  ["indexeddb", (cell) => cell.inputs.includes("indexedDB")],
  ["wasm", (cell) => cell.inputs.includes("WebAssembly")],
];

/** What each cell needs, with all that the cells need whose values it uses. */
export function needsByCell(
  cells: AnalysedCell[],
  defined: Definitions,
  kernels: Kernel[],
): Map<AnalysedCell, Need[]> {
  return new Map(
    cells.map((cell) => {
      const used = usedBy(cell, defined);
      const ofCells = signs.filter(([, has]) => used.some(has)).map(([need]) => need);
      return [cell, [...new Set([...ofCells, ...kernelsOf(used, kernels).flatMap(kernelNeeds)])]];
    }),
  );
}

/** A cell and those whose values it uses, directly or through others. */
function usedBy(cell: AnalysedCell, defined: Definitions): AnalysedCell[] {
  const used = new Set([cell]);
  for (const { inputs } of used) {
    for (const input of inputs) {
      const source = defined.get(input);
      if (source) used.add(source);
    }
  }
  return [...used];
}
