import katex from "katex";

function renderer(displayMode: boolean) {
  return (strings: TemplateStringsArray, ...values: unknown[]): Element => {
    const root = document.createElement(displayMode ? "div" : "span");
    // MathML needs no fonts and no style sheet, and assistive technology reads it; all three engines draw it
    katex.render(String.raw(strings, ...values), root, { displayMode, output: "mathml", throwOnError: true });
    return root;
  };
}

/** Tagged template for a formula in the line; `tex.block` sets it on a line of its own. */
export const tex = Object.assign(renderer(false), { block: renderer(true) });
