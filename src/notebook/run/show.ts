import { Inspector } from "@observablehq/inspector";

/** Puts a value into a cell's output: elements as they are, everything else as the Observable inspector shows it. */
export function show(root: Element, value: unknown): void {
  root.append(isInsertable(value, root) ? value : inspect(value));
}

/** Empties a cell's output. */
export function clear(root: Element): void {
  root.replaceChildren();
}

/** A fragment dissolves when inserted and an element that stands elsewhere would be moved away: both are inspected or copied by the caller. */
function isInsertable(value: unknown, root: Element): value is Node {
  if (!(value instanceof Element || value instanceof Text || value instanceof DocumentFragment)) return false;
  return !value.parentNode || root.contains(value);
}

function inspect(value: unknown): Element {
  const node = document.createElement("div");
  new Inspector(node).fulfilled(value);
  return node;
}
