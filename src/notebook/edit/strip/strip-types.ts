import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser } from "acorn";
import { CellError, lowerFirst } from "../../compile/analyse/cell-error.ts";
import { eraseArrowTypes } from "./arrow.ts";
import { eraseClass, eraseMember } from "./class.ts";
import { children, nodeOf, nodesOf, type TypedNode } from "./node.ts";
import { refuse } from "./refuse.ts";
import { eraseStatement, isTypesOnly } from "./statement.ts";
import { Blanked } from "./text.ts";

const TypeScript = Parser.extend(tsPlugin());

/**
 * Blanks out types in the browser as `stripTypes` of the compiler does at build, so that every remaining character keeps
 * its line and column. A test compares the two.
 * @throws CellError on syntax errors and on TypeScript that leaves code behind (enums, parameter properties, …)
 */
export function stripInBrowser(source: string): string {
  const text = new Blanked(source);
  const program = parse(source);
  if (program) visit(program, text);
  return text.toString();
}

const options = { ecmaVersion: "latest", sourceType: "module", preserveParens: true } as const;

/** Null for plain JavaScript that only acorn-typescript refuses, as in `a ? (b) : c => d`. */
function parse(source: string): TypedNode | null {
  try {
    return TypeScript.parse(source, options) as unknown as TypedNode;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (isJavaScript(source)) return null;
    const { pos = 0, message } = error as SyntaxError & { pos?: number };
    const what = lowerFirst(message.replace(/ \(\d+:\d+\)$/, ""));
    throw new CellError(pos, `syntax error: ${what}`, "Correct the syntax at this place");
  }
}

function isJavaScript(source: string): boolean {
  try {
    return Parser.parse(source, options) !== null;
  } catch {
    return false;
  }
}

type Eraser = (node: TypedNode, text: Blanked) => void;

const whole: Eraser = ({ start, end }, text) => text.blank(start, end);

/** How each kind of node loses its types; what stands below a node loses its own. */
const erasers: Record<string, Eraser> = {
  TSTypeAnnotation: whole,
  TSTypeParameterDeclaration: whole,
  TSTypeParameterInstantiation: whole,
  TSNonNullExpression: ({ end }, text) => text.blank(end - 1, end),
  TSAsExpression: eraseAs,
  TSSatisfiesExpression: eraseAs,
  Identifier: (node, text) => eraseMark(node, node.start + text.word(node.start).length, text),
  VariableDeclarator: (node, text) => eraseMark(node, nameEnd(node, text), text),
  ImportDeclaration: eraseSpecifiers,
  ExportNamedDeclaration: eraseSpecifiers,
  FunctionDeclaration: eraseThis,
  FunctionExpression: eraseThis,
  ClassDeclaration: eraseClass,
  ClassExpression: eraseClass,
  PropertyDefinition: eraseMember,
  MethodDefinition: eraseMember,
};

function visit(node: TypedNode, text: Blanked): void {
  if (isTypesOnly(node)) {
    eraseStatement(node, text);
    return;
  }
  refuse(node);
  erasers[node.type]?.(node, text);
  if (node.type.startsWith("TSType")) return;
  for (const child of children(node)) visit(child, text);
  // after its children, whose blanks would cover what it puts there
  if (node.type === "ArrowFunctionExpression") eraseArrowTypes(node, text);
}

/** `x as T`; a line that begins like the rest of an expression must not become one. */
function eraseAs(node: TypedNode, text: Blanked): void {
  const keyword = text.next(nodeOf(node, "expression")?.end ?? node.start);
  const after = text.next(node.end);
  text.blank(keyword, node.end);
  if (text.hasLineEnd(node.end, after) && "([`".includes(text.source[after] ?? " ")) text.put(keyword, ";");
}

/** The `?` or `!` after a name. */
function eraseMark(node: TypedNode, nameEnd: number, text: Blanked): void {
  if (node.optional !== true && node.definite !== true) return;
  const mark = text.next(nameEnd);
  if ("?!".includes(text.source[mark])) text.blank(mark, mark + 1);
}

/** Of `x` in `x!: T`, which can only be a name. */
function nameEnd({ start }: TypedNode, text: Blanked): number {
  return start + text.word(start).length;
}

/** `import { type A, b }` */
function eraseSpecifiers(node: TypedNode, text: Blanked): void {
  for (const specifier of nodesOf(node, "specifiers"))
    if (specifier.importKind === "type" || specifier.exportKind === "type") eraseListed(specifier, text);
}

/** The `this` that only says what it is. */
function eraseThis(node: TypedNode, text: Blanked): void {
  const [first] = nodesOf(node, "params");
  if (first?.type === "Identifier" && first.name === "this") eraseListed(first, text);
}

/** One of a list, with the comma behind it. */
function eraseListed({ start, end }: TypedNode, text: Blanked): void {
  const comma = text.next(end);
  text.blank(start, text.source[comma] === "," ? comma + 1 : end);
}
