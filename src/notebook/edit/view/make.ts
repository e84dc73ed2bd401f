/** An element with a class and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A button whose visible words begin its accessible name: "Reset cell" of "sumAbove". */
export function makeButton(words: string, of: string, press: () => void): HTMLButtonElement {
  const button = make("button", "", words);
  button.type = "button";
  if (of) button.append(make("span", "sr-only", ` ${of}`));
  button.addEventListener("click", press);
  return button;
}
