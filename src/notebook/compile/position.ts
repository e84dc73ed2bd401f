import type { Position } from "./error.ts";
import type { SourceCell } from "./read.ts";

/** Position in the file of an offset into a cell's `value`. */
export function positionInFile(cell: SourceCell, offset: number): Position {
  const before = cell.value.slice(0, offset).split("\n");
  const line = before.length - 1;
  return {
    line: cell.line + line,
    column: before[line].length + (cell.indents[line] ?? 0) + 1,
    inCell: { cell: cell.id, offset },
  };
}

/** How messages point at another cell: by its line in the file, or by its name where there is no file. */
export function cellInWords(cell: SourceCell, line: number): string {
  return cell.called ?? `the cell on line ${line}`;
}
