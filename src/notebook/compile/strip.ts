import amaro from "amaro";

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

/** What amaro throws: not an Error, but with the place. Lines from 1, columns from 0. */
interface Mistake {
  code: "UnsupportedSyntax" | "InvalidSyntax";
  message: string;
  startLine: number;
  startColumn: number;
}

const erasable =
  "a union of strings or an object `as const` for an enum, a field for a parameter property, `as T` for `<T>`";

/**
 * Blanks out types so that every remaining character keeps its line and column. amaro is what Node's own
 * `stripTypeScriptTypes` runs on; used directly, it tells where a mistake is.
 * @throws CellError on syntax errors and on TypeScript that leaves code behind (enums, namespaces, …)
 */
export function stripTypes(source: string): string {
  try {
    return amaro.transformSync(source, { mode: "strip-only" }).code;
  } catch (thrown) {
    const { code, message, startLine, startColumn } = thrown as Mistake;
    const before = source.split("\n").slice(0, startLine - 1);
    const offset = before.reduce((sum, line) => sum + line.length + 1, 0) + startColumn;
    if (code === "UnsupportedSyntax") {
      const what = message.split(",")[0].replace(" in strip-only mode", "");
      throw new CellError(offset, what, `Use what erases to plain JavaScript: ${erasable}`);
    }
    if (code !== "InvalidSyntax") throw thrown;
    // the list of what the parser would have taken helps nobody
    const what = lowerFirst(message.split(/\. Expected|\n/)[0]);
    throw new CellError(offset, `syntax error: ${what}`, "Correct the syntax at this place");
  }
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
