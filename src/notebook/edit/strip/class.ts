import { nodeOf, nodesOf, type TypedNode } from "./node.ts";
import type { Blanked } from "./text.ts";

const modifiers = new Set(["public", "private", "protected", "readonly", "abstract", "override", "declare"]);
/** Field names that, at a line's end, would be taken for the beginning of a method. */
const prefixes = new Set(["get", "set", "static", "async"]);

/** `abstract` and `implements …` of a class. */
export function eraseClass(node: TypedNode, text: Blanked): void {
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

/** True for a member of which nothing is left without types. */
export function isBodilessMember(node: TypedNode): boolean {
  if (node.type === "TSIndexSignature" || nodeOf(node, "value")?.type === "TSDeclareMethod") return true;
  const isMember = node.type === "PropertyDefinition" || node.type === "MethodDefinition";
  return isMember && (node.declare === true || node.abstract === true);
}

/** Modifiers and marks of a member of a class. */
export function eraseMember(node: TypedNode, text: Blanked): void {
  eraseModifiers(node, text);
  eraseMark(node, text);
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
