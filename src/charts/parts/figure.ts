import type { Layout } from "./defaults.ts";
import { element } from "./element.ts";

export interface FigureParts {
  /** what kind of drawing it is, for readers who do not see it */
  label: string;
  /** the sentence under the drawing, with its key number */
  caption: string;
  /** sentences over the drawing without which it would mislead */
  notes?: string[];
  draw: (layout: Layout) => Element;
  /** thousands of points: paths are cut to a tenth of a pixel, which nobody sees and a page's weight shows */
  dense?: boolean;
  table: HTMLElement;
}

/** Drawing at both widths, caption and table. The narrow drawing is hidden until charts.css shows it. */
export function figure({ label, caption, notes = [], draw, dense = false, table }: FigureParts): HTMLElement {
  const drawn = (layout: Layout) => {
    const svg = finish(draw(layout), label);
    return dense ? shorten(svg) : svg;
  };
  return element(
    "figure",
    { class: "hp-chart" },
    ...notes.map((note) => element("p", { class: "hp-caution" }, note)),
    element("div", { class: "hp-drawing hp-wide" }, drawn("wide")),
    element("div", { class: "hp-drawing hp-narrow", hidden: "" }, drawn("narrow")),
    element("figcaption", {}, caption),
    table,
  );
}

/** What stands where a figure will be: before any result, or where the results are of another kind. */
export function emptyFigure(sentence = "No result yet: Run makes one on this machine."): HTMLElement {
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

function shorten(svg: Element): Element {
  for (const path of svg.querySelectorAll("path")) {
    const d = path.getAttribute("d") ?? "";
    path.setAttribute(
      "d",
      d.replace(/\d+\.\d+/g, (number) => String(Number(Number(number).toFixed(1)))),
    );
  }
  return svg;
}
