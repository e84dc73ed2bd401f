import type { SourceCell } from "./read.ts";

/** Text of a compiled file that remembers which of its lines come from which lines of the notebook. */
export interface LineRange {
  /** first line in the compiled file, from 1 */
  compiled: number;
  /** the same line in the notebook */
  notebook: number;
  /** how many lines run in parallel */
  count: number;
  /** characters of indentation that the compiled lines lack */
  indent: number;
  /** id of the cell */
  cell: number;
}

export class CompiledText {
  readonly lines: LineRange[] = [];
  private text = "";
  private line = 1;

  /** Adds code of the compiler's own. */
  add(code: string): this {
    this.text += code;
    this.line += code.split("\n").length - 1;
    return this;
  }

  /** Adds code of a cell, unchanged. */
  addCell(code: string, { id, line, indents }: Pick<SourceCell, "id" | "line" | "indents">): this {
    if (!this.text.endsWith("\n")) this.add("\n");
    const count = code.split("\n").length;
    const indent = Math.max(0, ...indents);
    this.lines.push({ compiled: this.line, notebook: line, count, indent, cell: id });
    return this.add(`${code}\n`);
  }

  toString(): string {
    return this.text;
  }
}
