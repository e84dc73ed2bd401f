import { parseTemplate, transpileTemplate } from "@observablehq/notebook-kit";
import type { SourceCell } from "../read.ts";
import { type AnalysedCell, unique } from "./cell.ts";
import { CellError } from "./cell-error.ts";
import { parse, syntaxError } from "./parse.ts";

/**
 * Analyses a cell of Markdown, HTML or TeX: text with expressions in it.
 * @throws CellError
 */
export function analyseTemplate(source: SourceCell): AnalysedCell {
  const { mode, value } = source;
  if (mode === "html") {
    const script = value.search(/<script\b/i);
    if (script >= 0)
      throw new CellError(
        script,
        "<script> in an html cell does not run",
        'Move the code to a <script type="text/x-typescript"> cell and use its values here as ${…}',
      );
  }
  let expressions: unknown[];
  let code: string;
  try {
    expressions = value ? parseTemplate(value).expressions : [];
    code = transpileTemplate({
      id: source.id,
      mode,
      value,
      pinned: source.pinned,
      hidden: source.hidden,
    } as never);
  } catch (error) {
    throw syntaxError(error, "Close every ${ with }; write \\${ for the two characters themselves");
  }
  const parsed = value ? parse(code) : { references: [], body: null };
  return {
    source,
    code,
    expression: true,
    inputs: unique(parsed.references, new Map()),
    outputs: [],
    offsets: expressionOffsets(value, parsed.references),
    imports: [],
    autodisplay: value !== "" && !source.hidden,
    fixed: expressions.length === 0 && !source.output,
    needsPage: mode,
    uncloneable: new Map(),
  };
}

/** In a template the positions of the generated code mean nothing: look each name up in the text. */
function expressionOffsets(value: string, references: readonly { name: string }[]): Map<string, number> {
  return new Map(
    references.map(({ name }) => [
      name,
      Math.max(0, value.search(new RegExp(`\\b${name.replace(/\$/g, "\\$")}\\b`))),
    ]),
  );
}
