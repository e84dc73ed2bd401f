import { browserLabel } from "../../bench/browser/label.ts";
import { machineFacts } from "./export/facts.ts";
import type { PictureText } from "./picture/picture.ts";
import { asMeasured, changedCells, type Shared, sharedResults } from "./shared.ts";

/** A figure of the page that can be taken elsewhere. */
export interface Figure {
  /** what kind of drawing it is */
  label: string;
  drawing: SVGSVGElement;
  figure: Element;
}

/** Figures as they stand now, each with the drawing for wide columns. */
export function figuresOf(element: Element): Figure[] {
  return [...element.querySelectorAll(".nb-output figure.hp-chart")].flatMap((figure) => {
    const drawing = figure.querySelector<SVGSVGElement>(".hp-wide svg");
    return drawing ? [{ label: drawing.getAttribute("aria-label") ?? "", drawing, figure }] : [];
  });
}

/** The words of the page around a figure, and what it was measured on. */
export function pictureText(shared: Shared, { figure }: Figure, page: string): PictureText {
  const results = sharedResults(shared);
  const own = results.find(({ source }) => source === "own")?.result;
  const { edits } = asMeasured(shared);
  const words = (selector: string) =>
    [...figure.querySelectorAll(selector)].map((part) => part.textContent?.trim() ?? "");
  return {
    title: shared.manifest.title,
    notes: words(".hp-caution"),
    caption: words("figcaption").join(" "),
    foot: [
      ...(own
        ? [
            `You: ${browserLabel(own.environment)} on ${own.environment.os}, ${machineFacts(own.environment)}. Measured ${own.createdAt.slice(0, 10)}.`,
          ]
        : []),
      ...(edits.size > 0 ? [`The code of ${changedCells(shared, edits)} was changed.`] : []),
      shared.element.querySelector(".nb-machine p")?.textContent?.trim() ?? "",
      page,
    ],
  };
}
