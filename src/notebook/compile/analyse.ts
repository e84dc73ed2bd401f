import { parseJavaScript, parseTemplate, transpileTemplate } from "@observablehq/notebook-kit";
import type { Node } from "acorn";
import { simple } from "acorn-walk";
import { allowedImports, libraryFor } from "./libraries.ts";
import { pageGlobals } from "./names.ts";
import type { SourceCell } from "./read.ts";
import { CellError, lowerFirst, stripTypes } from "./strip.ts";
import { findUncloneable } from "./uncloneable.ts";

export interface Import {
  /** name in the table of libraries, or a kernel beside the notebook: "./sum.as.ts" */
  library: string;
  place: "page" | "both";
  /** [exported name, local name]; "*" for a namespace, "default" for a default import */
  names: [string, string][];
  offset: number;
}

/** What the compiler knows of one cell. */
export interface AnalysedCell {
  source: SourceCell;
  /** JavaScript with the lines and columns of `source.value` for js and ts cells */
  code: string;
  expression: boolean;
  /** names used and not declared here, in order of first use */
  inputs: string[];
  /** names declared at the top of the cell */
  outputs: string[];
  /** offset of the first use of each input and of each declaration */
  offsets: Map<string, number>;
  imports: Import[];
  /** true if a value is shown without `display` */
  autodisplay: boolean;
  /** true if nothing in it can change: rendered once, at build */
  fixed: boolean;
  /** a global or import that ties the cell to the page, if any */
  needsPage: string | undefined;
  /** outputs whose initial value is known not to survive structured clone, with what they are */
  uncloneable: Map<string, string>;
}

/**
 * Finds what a cell needs, makes and imports, with the references and declarations of Notebook Kit.
 * @throws CellError
 */
export function analyse(source: SourceCell): AnalysedCell {
  if (source.mode === "js" || source.mode === "ts") return analyseProgram(source);
  return analyseTemplate(source);
}

function analyseProgram(source: SourceCell): AnalysedCell {
  const stripped = source.mode === "ts" ? stripTypes(source.value) : source.value;
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

function analyseTemplate(source: SourceCell): AnalysedCell {
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

function parse(code: string) {
  try {
    return parseJavaScript(code);
  } catch (error) {
    throw syntaxError(error, "Correct the syntax at this place", code);
  }
}

/** acorn ends its messages with (line:column), column from 0; Notebook Kit does the same. */
function syntaxError(error: unknown, fix: string, code = ""): unknown {
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

function unique(nodes: readonly { name: string; start?: number }[], offsets: Map<string, number>): string[] {
  for (const { name, start } of nodes) if (!offsets.has(name)) offsets.set(name, start ?? 0);
  return [...new Set(nodes.map((n) => n.name))];
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

function blankOut(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}
