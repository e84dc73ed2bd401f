import type { LineRange } from "../../compile/text.ts";

/**
 * Finds the first frame of a stack that lies in a compiled file and gives its place in the notebook.
 * @param stack `error.stack` of any of the three engines
 * @param script part of the compiled file's address
 * @returns the cell, and line and column from 1, or null if no frame is in a cell
 */
export function locate(
  stack: string,
  script: string,
  lines: LineRange[],
): { cell: number; line: number; column: number } | null {
  for (const [, address, line, column] of stack.matchAll(/(\S+?):(\d+):(\d+)/g)) {
    if (!address.includes(script)) continue;
    const range = lines.find((r) => r.compiled <= Number(line) && Number(line) < r.compiled + r.count);
    if (range)
      return {
        cell: range.cell,
        line: range.notebook + Number(line) - range.compiled,
        column: Number(column) + range.indent,
      };
  }
  return null;
}
