import type { Layout } from "./defaults.ts";
import { element } from "./element.ts";

export interface FigureParts {
  /** what kind of drawing it is, for readers who do not see it */
  label: string;
  /** the sentence under the drawing, with its key number */
  caption: string;
  draw: (layout: Layout) => Element;
  table: HTMLElement;
}

/** Drawing at both widths, caption and table. The narrow drawing is hidden until charts.css shows it. */
export function figure({ label, caption, draw, table }: FigureParts): HTMLElement {
  return element(
    "figure",
    { class: "hp-chart" },
    element("div", { class: "hp-drawing hp-wide" }, finish(draw("wide"), label)),
    element("div", { class: "hp-drawing hp-narrow", hidden: "" }, finish(draw("narrow"), label)),
    element("figcaption", {}, caption),
    table,
  );
}

/** What stands where a figure will be. */
export function emptyFigure(sentence: string): HTMLElement {
  return element("figure", { class: "hp-chart" }, element("p", { class: "hp-empty" }, sentence));
}

/**
 * One image with one name for assistive technology. Plot's own labels of its groups name nothing a
 * reader knows, and its style element repeats what charts.css says once for all.
 */
function finish(svg: Element, label: string): Element {
  svg.querySelector("style")?.remove();
  for (const node of svg.querySelectorAll("[aria-label]")) node.removeAttribute("aria-label");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  return svg;
}
