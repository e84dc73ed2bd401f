import { browserLabel } from "../../bench/browser/label.ts";
import { inputNotes } from "../../bench/experiment/settings.ts";
import { machineFacts, sayInput, sayInputs } from "./export/facts.ts";
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

/** The words of the page around a figure, and what it was measured on and with: a picture is read without the page. */
export function pictureText(shared: Shared, { figure }: Figure, page: string): PictureText {
  const { manifest, element, outcomes, settings } = shared;
  const { edits } = asMeasured(shared);
  const words = (selector: string) =>
    [...figure.querySelectorAll(selector)].map((part) => part.textContent?.trim() ?? "");
  // what is set on the page now is nothing to the reader of a picture
  const ofThePage = outcomes.flatMap(([, outcome]) => inputNotes(outcome));
  return {
    title: manifest.title,
    notes: words(".hp-caution").filter((note) => !ofThePage.includes(note)),
    caption: words("figcaption").join(" "),
    foot: [
      ...ownLine(shared),
      ...(edits.size > 0 ? [`The code of ${changedCells(shared, edits)} was changed.`] : []),
      `${element.querySelector(".nb-machine p")?.textContent?.trim()}${withInputs(shared, "recorded")}`,
      ...(outcomes.length === 0 && settings.length > 0
        ? [`Inputs: ${settings.map((one) => sayInput(one.name, one, one.value)).join(", ")}.`]
        : []),
      page,
    ],
  };
}

function ownLine(shared: Shared): string[] {
  const own = sharedResults(shared).find(({ source }) => source === "own")?.result;
  if (!own) return [];
  const { environment, createdAt } = own;
  const where = `${browserLabel(environment)} on ${environment.os}, ${machineFacts(environment)}`;
  return [`You: ${where}. Measured ${createdAt.slice(0, 10)}.${withInputs(shared, "own")}`];
}

function withInputs(shared: Shared, source: "own" | "recorded"): string {
  const results = sharedResults(shared).filter((result) => result.source === source);
  const inputs = sayInputs(Object.assign({}, ...results.map(({ inputs }) => inputs)), shared.settings);
  return inputs ? ` Inputs: ${inputs}.` : "";
}
