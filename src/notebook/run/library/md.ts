import MarkdownIt from "markdown-it";

const renderer = MarkdownIt({ html: true, linkify: true, typographer: true });

/** Tagged template for Markdown with values: text is inserted as Markdown, elements where they stand. */
export function md(strings: TemplateStringsArray | string[], ...values: unknown[]): Element {
  const nodes: Node[] = [];
  const slot = (value: unknown): string => {
    if (!(value instanceof Node)) return Array.isArray(value) ? value.map(slot).join("") : String(value);
    return `<span data-slot="${nodes.push(value) - 1}"></span>`;
  };
  const text = strings.reduce(
    (all, string, i) => all + string + (i < values.length ? slot(values[i]) : ""),
    "",
  );
  const root = document.createElement("div");
  root.innerHTML = renderer.render(text);
  for (const span of root.querySelectorAll<HTMLElement>("span[data-slot]"))
    span.replaceWith(nodes[Number(span.dataset.slot)]);
  const [only, ...others] = root.children;
  if (!only || others.length > 0) return root;
  only.remove();
  return only;
}
