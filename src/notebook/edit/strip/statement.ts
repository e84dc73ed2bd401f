import { isBodilessMember } from "./class.ts";
import { nodeOf, nodesOf, type TypedNode } from "./node.ts";
import type { Blanked } from "./text.ts";

const always = new Set([
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
  "TSDeclareFunction",
  "TSNamespaceExportDeclaration",
]);
const declared = new Set([
  "VariableDeclaration",
  "ClassDeclaration",
  "TSEnumDeclaration",
  "TSModuleDeclaration",
]);

/** True for a statement, or a member of a class, of which nothing is left without types. */
export function isTypesOnly(node: TypedNode): boolean {
  if (isBodilessMember(node)) return true;
  if (always.has(node.type) || node.importKind === "type" || node.exportKind === "type")
    return isStatement(node);
  if (declared.has(node.type) && node.declare === true) return true;
  return node.type === "TSModuleDeclaration" && declaresTypesOnly(node);
}

function isStatement({ type }: TypedNode): boolean {
  return type !== "ImportSpecifier" && type !== "ExportSpecifier";
}

function declaresTypesOnly(namespace: TypedNode): boolean {
  const body = nodeOf(namespace, "body");
  return body !== undefined && nodesOf(body, "body").every(isTypesOnly);
}

/** What can continue the line before, once nothing stands between. */
const CONTINUES = "([`+-/*";

/** Erases a whole statement or member, leaving a `;` where the line before would go on in the line after. */
export function eraseStatement({ start, end }: TypedNode, text: Blanked): void {
  text.blank(start, end);
  const after = text.source[text.next(end)];
  const before = text.previous(start);
  if (after && CONTINUES.includes(after) && before && before !== ";") text.put(start, ";");
}
