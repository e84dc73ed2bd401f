import { parseJavaScript } from "@observablehq/notebook-kit";
import { CellError, lowerFirst } from "./cell-error.ts";

/**
 * References and declarations of JavaScript, as Notebook Kit finds them.
 * @throws CellError on a syntax error
 */
export function parse(code: string) {
  try {
    return parseJavaScript(code);
  } catch (error) {
    throw syntaxError(error, "Correct the syntax at this place", code);
  }
}

/** acorn ends its messages with (line:column), column from 0; Notebook Kit does the same. */
export function syntaxError(error: unknown, fix: string, code = ""): unknown {
  if (!(error instanceof SyntaxError)) return error;
  const match = /^(.*) \((\d+):(\d+)\)$/s.exec(error.message);
  if (!match) return new CellError(0, `syntax error: ${lowerFirst(error.message)}`, fix);
  const [, message, line, column] = match;
  const lines = code.split("\n").slice(0, Number(line) - 1);
  const offset = lines.reduce((sum, text) => sum + text.length + 1, 0) + Number(column);
  const external = /^Assignment to external variable '(.*)'$/.exec(message);
  if (external)
    return new CellError(
      offset,
      `“${external[1]}” is assigned here but declared in no cell or in another one`,
      `Declare it here (let ${external[1]} = …), or export a Mutable from its own cell`,
    );
  return new CellError(offset, `syntax error: ${lowerFirst(message)}`, fix);
}
