/** What is wrong with an edited cell, before it runs or as it runs. */
export interface Mistake {
  cell: number;
  /** offset in the cell's text */
  offset: number;
  /** what is wrong, and the fix if it is known; a sentence */
  message: string;
}

/** Mistakes in cells: of several, each is told. */
export class Mistakes extends Error {
  readonly mistakes: readonly Mistake[];
  /** true if the code ran and threw, false if it was refused before */
  readonly thrown: boolean;

  constructor(mistakes: readonly Mistake[], { thrown }: { thrown: boolean }) {
    super(mistakes.map(({ message }) => message).join(" "));
    this.mistakes = mistakes;
    this.thrown = thrown;
  }
}

/** Line and column, from 1, of an offset. */
export function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Offset of a line and column, counted from 1. */
export function offsetAt(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}
