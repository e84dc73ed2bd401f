import type { Node } from "acorn";
import { simple } from "acorn-walk";
import { allowedImports, libraryFor } from "../libraries.ts";
import { pageGlobals } from "../names.ts";
import type { SourceCell } from "../read.ts";
import { type AnalysedCell, type Import, unique } from "./cell.ts";
import { CellError } from "./cell-error.ts";
import { parse } from "./parse.ts";
import { findUncloneable } from "./uncloneable.ts";

/**
 * Analyses a cell of JavaScript or TypeScript, at build and, once a reader has edited it, in the browser.
 * @param strip blanks out types
 * @throws CellError
 */
export function analyseProgram(source: SourceCell, strip: (typescript: string) => string): AnalysedCell {
  const stripped = source.mode === "ts" ? strip(source.value) : source.value;
  const parsed = parse(stripped);
  const offsets = new Map<string, number>();
  const inputs = unique(parsed.references, offsets);
  const imports: Import[] = [];
  let code = stripped;
  for (const node of statements(parsed.body)) {
    if (node.type !== "ImportDeclaration") continue;
    imports.push(readImport(node as unknown as ImportNode));
    code = blankOut(code, node.start, node.end);
  }
  refuseDynamicImports(parsed.body as Node);
  const outputs = unique(parsed.declarations ?? [], offsets);
  const uses = inputs.includes("display") || inputs.includes("view");
  return {
    source,
    code: parsed.expression ? code.replace(/;\s*$/, "") : code,
    expression: parsed.expression,
    inputs,
    outputs,
    offsets,
    imports,
    autodisplay: parsed.expression && !uses && !source.hidden,
    fixed: false,
    needsPage: pageGlobal(parsed.body as Node) ?? imports.find((i) => i.place === "page")?.library,
    uncloneable: findUncloneable(statements(parsed.body)),
  };
}

interface ImportNode extends Node {
  source: { value: string; start: number };
  specifiers: { type: string; local: { name: string }; imported?: { name?: string; value?: string } }[];
}

function readImport(node: ImportNode): Import {
  const specifier = node.source.value;
  const library = libraryFor(specifier);
  if (!library)
    throw new CellError(
      node.source.start,
      `“${specifier}” cannot be imported`,
      `A notebook may import ${allowedImports}`,
    );
  return {
    library: library.name,
    place: library.place,
    offset: node.start,
    names: node.specifiers.map((s) => [exportedName(s), s.local.name]),
  };
}

function exportedName(s: ImportNode["specifiers"][number]): string {
  if (s.type === "ImportNamespaceSpecifier") return "*";
  if (s.type === "ImportDefaultSpecifier") return "default";
  return s.imported?.name ?? s.imported?.value ?? s.local.name;
}

function refuseDynamicImports(body: Node): void {
  simple(body, {
    ImportExpression(node) {
      throw new CellError(
        node.start,
        "import(…) cannot be followed at build time",
        `Write import … from "…" at the top of the cell; allowed are ${allowedImports}`,
      );
    },
  });
}

function pageGlobal(body: Node): string | undefined {
  let found: string | undefined;
  simple(body, {
    Identifier(node) {
      const { name } = node as unknown as { name: string };
      if (pageGlobals.has(name)) found ??= name;
    },
  });
  return found;
}

function statements(body: unknown): Node[] {
  const node = body as { type: string; body?: Node[] };
  return node.type === "Program" ? (node.body ?? []) : [];
}

function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}
