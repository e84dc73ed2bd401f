import { Inspector } from "@observablehq/inspector";

/** Puts a value into a cell's output: elements as they are, everything else as the Observable inspector shows it. */
export function show(root: Element, value: unknown): void {
  root.append(isInsertable(value, root) ? value : inspect(value));
  nameSliders(root);
}

/** Observable Inputs labels the number of a range and leaves its slider without a name. */
function nameSliders(root: Element): void {
  for (const slider of root.querySelectorAll("form input[type=range]:not([aria-label])")) {
    const label = slider.closest("form")?.querySelector("label")?.textContent?.trim();
    if (label) slider.setAttribute("aria-label", label);
  }
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
