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
  addCell(code: string, notebookLine: number, indents: number[]): this {
    if (!this.text.endsWith("\n")) this.add("\n");
    const count = code.split("\n").length;
    this.lines.push({ compiled: this.line, notebook: notebookLine, count, indent: Math.max(0, ...indents) });
    return this.add(`${code}\n`);
  }

  toString(): string {
    return this.text;
  }
}
