import { nodeOf, type TypedNode } from "./node.ts";
import type { Blanked } from "./text.ts";

/**
 * An arrow function may have no line end before its `=>`, nor an asynchronous or a returned one before its `(`. Where
 * types held one, the parenthesis moves to the other side of it.
 */
export function eraseArrowTypes(node: TypedNode, text: Blanked): void {
  const parameters = nodeOf(node, "typeParameters");
  if (parameters && text.hasLineEnd(parameters.start, parameters.end)) {
    text.blank(text.next(parameters.end), text.next(parameters.end) + 1);
    text.put(parameters.start, "(");
  }
  const returned = nodeOf(node, "returnType");
  if (!returned) return;
  const close = closingParenthesis(returned.start, text);
  const arrow = text.next(returned.end);
  if (!text.hasLineEnd(close, arrow)) return;
  text.blank(close, close + 1);
  text.put(returned.end - 1, ")");
}

/** The last `)` before the return type; between the two are spaces and comments. */
function closingParenthesis(before: number, text: Blanked): number {
  for (let at = text.source.lastIndexOf(")", before); at >= 0; at = text.source.lastIndexOf(")", at - 1))
    if (text.next(at + 1) === before) return at;
  return before;
}
