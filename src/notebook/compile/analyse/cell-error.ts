/** A mistake in one cell, at an offset of its text. */
export class CellError extends Error {
  readonly offset: number;
  readonly what: string;
  readonly fix: string;

  constructor(offset: number, what: string, fix: string) {
    super(what);
    this.offset = offset;
    this.what = what;
    this.fix = fix;
  }
}

/** What to write in place of TypeScript that leaves code behind. */
export const ERASABLE =
  "Use what erases to plain JavaScript: a union of strings or an object `as const` for an enum, " +
  "a field for a parameter property, `as T` for `<T>`";

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
