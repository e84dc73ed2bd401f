/** Where a mistake is, counted from 1. */
interface Place {
  /** path from the project's root */
  file: string;
  line: number;
  column: number;
}

/**
 * Mistakes in files of the book as an error that Astro shows over a page in development: the first with its place and the
 * lines around it, and no stack, which would tell of our code and not of theirs.
 */
export class Told extends Error {
  readonly title: string;
  readonly loc: Place | undefined;

  /** @param lines `file:line:column: what is wrong. The fix.`, one for each mistake */
  constructor(lines: readonly string[]) {
    const [first, ...more] = lines.map(parts);
    super([first.says, ...more.map(({ line }) => line)].join("\n"));
    this.name = "Mistake";
    this.title = first.place ? placeText(first.place) : "A mistake in the book";
    this.loc = first.place;
    this.stack = "";
  }
}

function parts(line: string): { line: string; place?: Place; says: string } {
  const [, file, row, column, says] = /^([^\s:]+):(\d+):(\d+): (.*)$/s.exec(line) ?? [];
  if (!file) return { line, says: line };
  return { line, says, place: { file, line: Number(row), column: Number(column) } };
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
