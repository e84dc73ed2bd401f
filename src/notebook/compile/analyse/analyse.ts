import type { SourceCell } from "../read.ts";
import type { AnalysedCell } from "./cell.ts";
import { analyseProgram } from "./program.ts";
import { stripTypes } from "./strip.ts";
import { analyseTemplate } from "./template.ts";

/**
 * Finds what a cell needs, makes and imports, with the references and declarations of Notebook Kit.
 * @throws CellError
 */
export function analyse(source: SourceCell): AnalysedCell {
  if (source.mode === "js" || source.mode === "ts") return analyseProgram(source, stripTypes);
  return analyseTemplate(source);
}
