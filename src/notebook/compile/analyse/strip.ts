import amaro from "amaro";
import { CellError, ERASABLE, lowerFirst } from "./cell-error.ts";

/** What amaro throws: not an Error, but with the place. Lines from 1, columns from 0. */
interface Mistake {
  code: "UnsupportedSyntax" | "InvalidSyntax";
  message: string;
  startLine: number;
  startColumn: number;
}

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
      const what = message.split(". ")[0].replace(/ in (strip-only|type strip) mode/, "");
      throw new CellError(offset, what, ERASABLE);
    }
    if (code !== "InvalidSyntax") throw thrown;
    // the list of what the parser would have taken helps nobody
    const what = lowerFirst(message.split(/\. Expected|\n/)[0]);
    throw new CellError(offset, `syntax error: ${what}`, "Correct the syntax at this place");
  }
}
