/** Where something is, counted from 1 as editors do. */
export interface Position {
  line: number;
  column: number;
  /** the same as an offset of a cell's text, if it lies in one */
  inCell?: { cell: number; offset: number };
}

/** A mistake in a notebook, said to the person who made it: where it is, what is wrong, and the fix. */
export class NotebookError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly what: string;
  readonly fix: string;
  readonly inCell: Position["inCell"];

  constructor(file: string, at: Position, what: string, fix: string) {
    super(`${file}:${at.line}:${at.column}: ${what}. ${fix}.`);
    this.name = "NotebookError";
    this.file = file;
    this.line = at.line;
    this.column = at.column;
    this.what = what;
    this.fix = fix;
    this.inCell = at.inCell;
  }
}

/** Several mistakes of one file, one line each. */
export class NotebookErrors extends Error {
  readonly errors: NotebookError[];

  constructor(errors: NotebookError[]) {
    super(errors.map((e) => e.message).join("\n"));
    this.name = "NotebookErrors";
    this.errors = errors;
  }
}
