import type { Kernel } from "../../notebook/compile/wasm/kernel.ts";
import type { Notebook } from "../../notebook/compile/write.ts";

/** The kernels that the page shows below a cell: those that no cell before it imports. */
export function kernelsBelow(
  { cells, kernels }: Pick<Notebook, "cells" | "kernels">,
  cell: number,
): Kernel[] {
  return kernels.filter(({ specifier }) => cells.find((c) => c.kernels.includes(specifier))?.id === cell);
}

/** "21 lines, 156 bytes of WebAssembly". */
export function sizeInWords({ size, source }: Pick<Kernel, "size" | "source">): string {
  const lines = source.trimEnd().split("\n").length;
  return `${lines} ${lines === 1 ? "line" : "lines"}, ${size.toLocaleString("en-GB")} bytes of WebAssembly`;
}
