import type { Element, ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { markdownToHtml } from "satteri";
import { withBase } from "../base-links.ts";
import { features } from "../chapters/mdx.ts";
import { type Fact, factOrigin, factText, loadFact } from "../numbers/facts.ts";
import { type RecordedNumber, recordedOrigin, recordedText } from "../numbers/recorded.ts";
import { attributesOf, type Component, isComponent, plainValue } from "./mdx.ts";

/** One line of Markdown as HTML, without the paragraph around it. */
export function inlineHtml(markdown: string): string {
  const { html } = markdownToHtml(markdown, { features }) as { html: string };
  return html.trim().replace(/^<p>|<\/p>$/g, "");
}

/** One line of Markdown as plain text, for labels and lists. */
export function plainText(markdown: string): string {
  return inlineHtml(markdown)
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

/**
 * What stands in an item of a chapter, as HTML: its numbers filled in, its links below the base.
 * @param base path with slashes at both ends
 */
export function bodyHtml(nodes: readonly ElementContent[], base: string): string {
  return toHtml(nodes.flatMap((node) => resolved(node, base))).trim();
}

function resolved(node: ElementContent, base: string): ElementContent[] {
  if (node.type === "mdxTextExpression" || node.type === "mdxFlowExpression")
    return [{ type: "text", value: String(plainValue(node.value)) }];
  if (node.type === "element") {
    const { href } = node.properties;
    const properties =
      typeof href === "string" ? { ...node.properties, href: withBase(base, href) } : node.properties;
    return [{ ...node, properties, children: node.children.flatMap((child) => resolved(child, base)) }];
  }
  if (!isComponent(node)) return [node];
  if (node.name === "Fact" || node.name === "Recorded") return [numberOf(node)];
  const children = node.children.flatMap((child) => resolved(child, base));
  // a fragment, or a definition, which has its place in the chapter alone
  if (node.name === null || node.name === "Define") return children;
  return [
    {
      type: "element",
      tagName: node.name,
      properties: attributesOf(node) as Element["properties"],
      children,
    },
  ];
}

/** A number as its component writes it. */
function numberOf({ name, ...component }: Component): Element {
  const attributes = attributesOf(component as Component) as unknown;
  const fact = name === "Fact" ? loadFact((attributes as Fact).id) : null;
  const text = fact ? factText(fact) : recordedText(attributes as RecordedNumber);
  const title = fact ? factOrigin(fact) : recordedOrigin(attributes as RecordedNumber);
  return {
    type: "element",
    tagName: "data",
    properties: { className: ["hp-number"], value: text, title },
    children: [{ type: "text", value: text }],
  };
}
