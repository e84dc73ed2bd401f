import { codeClass } from "./code-theme.ts";

/** The part of a hast element that the plugin needs. */
interface Element {
  type: string;
  value?: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Element[];
}

/** Copies the block it stands in; `reading/copy.ts` acts on it. */
const copyButton: Element = {
  type: "element",
  tagName: "button",
  properties: { type: "button", className: ["hp-copy"], "aria-label": "Copy this code" },
  children: [{ type: "text", value: "Copy" }],
};

/**
 * Expressive Code plugin: gives each block a button that copies it, names the kind of a token by a class, and leaves out what only says that
 * text is text. Inline styles would be a third of what a page with code weighs.
 */
export function codeClasses() {
  return {
    name: "hot-path-code-classes",
    hooks: {
      postprocessRenderedLine({ renderData }: { renderData: { lineAst: Element } }) {
        renameTokens(renderData.lineAst);
      },
      postprocessRenderedBlock({ renderData }: { renderData: { blockAst: Element } }) {
        renderData.blockAst.children?.push(structuredClone(copyButton));
      },
    },
  };
}

function renameTokens(parent: Element): void {
  parent.children = parent.children?.flatMap((child) => {
    renameTokens(child);
    const style = child.properties?.style;
    if (child.tagName !== "span" || typeof style !== "string" || !style.startsWith("--0")) return [child];
    const name = codeClass(style);
    if (!name) return child.children ?? [];
    child.properties = { className: [name] };
    return [child];
  });
}
