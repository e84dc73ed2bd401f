/** An SVG element with attributes and children; strings become text. */
export function svg(
  name: string,
  attributes: Record<string, string | number>,
  ...children: (Element | string)[]
): Element {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}
