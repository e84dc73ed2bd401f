import { type DefaultTreeAdapterMap, parseFragment, serializeOuter } from "parse5";
import { instancePlaceholder } from "../../../notebook/render/serialise.ts";
import type { PageNotebook } from "../load.ts";

type Element = DefaultTreeAdapterMap["element"];
type Node = DefaultTreeAdapterMap["node"];

/** The first drawing of a notebook, as it is on a phone. */
export interface Thumbnail {
  svg: string;
  /** sentences without which the drawing would mislead */
  cautions: string[];
}

/**
 * The first drawing among a notebook's outputs on its recorded results; null if nothing was recorded or drawn.
 * @param instance prefix that makes the drawing's ids differ from those of other drawings on the page
 */
export function thumbnailOf(
  { cells, outputs }: Pick<PageNotebook, "cells" | "outputs">,
  instance: string,
): Thumbnail | null {
  for (const { id } of cells) {
    const figure = first(parseFragment(outputs[id] ?? ""), hasClass("hp-chart"));
    const drawing = figure && (first(figure, hasClass("hp-narrow")) ?? figure);
    const svg = drawing && first(drawing, ({ tagName }) => tagName === "svg");
    if (!svg) continue;
    const cautions = all(figure, hasClass("hp-caution")).map(textOf);
    return { svg: serializeOuter(svg).replaceAll(instancePlaceholder, instance), cautions };
  }
  return null;
}

/** The first paragraph of a notebook's prose, as HTML without the paragraph. */
export function descriptionOf({ cells, outputs }: Pick<PageNotebook, "cells" | "outputs">): string {
  const prose = cells.find(({ mode }) => mode === "md");
  return /<p>([\s\S]*?)<\/p>/.exec(prose ? (outputs[prose.id] ?? "") : "")?.[1].trim() ?? "";
}

function hasClass(name: string): (element: Element) => boolean {
  return ({ attrs }) =>
    attrs.some((attribute) => attribute.name === "class" && attribute.value.split(" ").includes(name));
}

function all(node: Node, fits: (element: Element) => boolean): Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => [
    ...("tagName" in child && fits(child) ? [child] : []),
    ...all(child, fits),
  ]);
}

function first(node: Node, fits: (element: Element) => boolean): Element | undefined {
  return all(node, fits)[0];
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
