/** Properties that decide how a mark looks. Written in full: a mark inherits from its group what it does not say itself. */
const ofMarks = [
  ...[
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
  ],
  ...[
    "stroke-linejoin",
    "opacity",
    "paint-order",
    "text-anchor",
    "font-size",
    "font-weight",
    "font-variant-numeric",
  ],
  "white-space",
];

const ofGroups = ["opacity"];

/** Attributes that the styles above stand for, or that mean nothing outside the page. */
const dropped = [
  "class",
  "style",
  "role",
  "tabindex",
  "aria-label",
  "aria-hidden",
  "font-family",
  ...ofMarks,
];

/**
 * A copy of a drawing that needs no style sheet: what the page's styles make of it in the colours of `stage`, which must be in
 * the page. Equal styles share a class, whose name begins with `prefix`.
 */
export function standalone(
  drawing: SVGSVGElement,
  stage: Element,
  prefix: string,
): { svg: SVGSVGElement; css: string } {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  stage.append(copy);
  const styles = new Map<string, string>();
  const classes = [...copy.querySelectorAll("*")].map((part) => {
    const style = styleOf(part);
    if (!styles.has(style)) styles.set(style, `${prefix}${styles.size}`);
    return [part, getComputedStyle(part).display === "none", styles.get(style)] as const;
  });
  copy.remove();
  for (const [part, hidden, name] of classes) {
    if (hidden) part.remove();
    for (const attribute of dropped) part.removeAttribute(attribute);
    part.setAttribute("class", name ?? "");
  }
  for (const attribute of dropped) copy.removeAttribute(attribute);
  return { svg: copy, css: [...styles].map(([style, name]) => `.${name}{${style}}`).join("\n") };
}

function styleOf(part: Element): string {
  const computed = getComputedStyle(part);
  const names = part instanceof SVGGElement ? ofGroups : ofMarks;
  return names.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";");
}
