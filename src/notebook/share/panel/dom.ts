type Attributes = Record<string, string | boolean>;

/** An element in one expression; texts are set as text, whatever they hold. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === "boolean") element.toggleAttribute(name, value);
    else element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(name: string, press: () => void): HTMLButtonElement {
  const element = make("button", { type: "button" }, name);
  element.addEventListener("click", press);
  return element;
}
