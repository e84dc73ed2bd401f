import { nodeOf, nodesOf, type TypedNode } from "./node.ts";
import { eraseStatement } from "./statement.ts";
import type { Blanked } from "./text.ts";

const members = new Set(["PropertyDefinition", "MethodDefinition", "TSIndexSignature"]);
const modifiers = new Set(["public", "private", "protected", "readonly", "abstract", "override", "declare"]);
/** Field names that, at a line's end, would be taken for the beginning of a method. */
const prefixes = new Set(["get", "set", "static", "async"]);

/** `abstract` and `implements …` of a class. */
export function eraseClass(node: TypedNode, text: Blanked): void {
  if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") return;
  if (node.abstract === true) text.blank(node.start, node.start + "abstract".length);
  const interfaces = nodesOf(node, "implements");
  const last = interfaces.at(-1);
  if (!last) return;
  const before = ["superTypeParameters", "superClass", "typeParameters", "id"]
    .map((field) => nodeOf(node, field)?.end)
    .find((end) => end !== undefined);
  const start = text.next(before ?? text.next(node.start) + "class".length);
  text.blank(start, last.end);
}

/** Takes the types off a member of a class; says "whole" if nothing of it is left. */
export function eraseMember(node: TypedNode, text: Blanked): "whole" | "part" {
  if (!members.has(node.type)) return "part";
  const value = nodeOf(node, "value");
  const bodiless = value?.type === "TSDeclareMethod" || node.type === "TSIndexSignature";
  if (bodiless || node.declare === true || node.abstract === true) {
    eraseStatement(node, text);
    return "whole";
  }
  eraseModifiers(node, text);
  eraseMark(node, text);
  return "part";
}

function eraseModifiers(node: TypedNode, text: Blanked): void {
  const key = nodeOf(node, "key")?.start ?? node.start;
  let isFirst = true;
  for (let at = node.start; at < key; ) {
    const word = text.word(at);
    if (!word) return;
    const after = text.next(at + word.length);
    if (modifiers.has(word) && after <= key) {
      text.blank(at, at + word.length);
      if (isFirst && "[*".includes(text.source[after])) text.put(at, ";");
    }
    isFirst = false;
    at = after;
  }
}

/** The `?` or `!` after a member's name. */
function eraseMark(node: TypedNode, text: Blanked): void {
  const key = nodeOf(node, "key");
  const annotation = nodeOf(node, "typeAnnotation");
  if (!key) return;
  const end = node.computed === true ? text.next(key.end) + 1 : key.end;
  if (node.optional === true || node.definite === true) text.blank(text.next(end), text.next(end) + 1);
  if (annotation && !nodeOf(node, "value") && prefixes.has(text.word(key.start))) {
    text.blank(annotation.start, annotation.end);
    text.put(annotation.start, ";");
    // so that the annotation is not blanked again
    node.typeAnnotation = null;
  }
}
