import { latest } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import {
  choiceSkill,
  errorOf,
  numberSkill,
  type PredictedChoice,
  type PredictedNumber,
} from "./calibration.ts";
import { choiceText, numberText } from "./skill-text.ts";
import { strip } from "./strip.ts";
import { verdict } from "./verdict.ts";

/** What the reader predicted in one part of the book. */
interface Part {
  name: string;
  numbers: PredictedNumber[];
  choices: PredictedChoice[];
}

/** `<hot-predictions>`: what became of the predictions on the page (`[data-item]`, by `[data-part]`), and how well the reader predicts. */
class HotPredictions extends HTMLElement {
  connectedCallback(): void {
    journal().listen(() => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const entries = await journal().read();
    const [guesses, measured, chosen] = [
      latest(entries, "guess"),
      latest(entries, "measured"),
      latest(entries, "choice"),
    ];
    const parts = [...this.querySelectorAll<HTMLElement>("[data-part]")].map((section): Part => {
      const part: Part = { name: section.dataset.part ?? "", numbers: [], choices: [] };
      for (const place of section.querySelectorAll<HTMLElement>("[data-item]")) {
        const { item = "", low, high, unit = "", known = "", options } = place.dataset;
        const guess = guesses.get(item)?.value;
        const choice = chosen.get(item);
        let said = "Not predicted yet.";
        if (guess !== undefined && low !== undefined) {
          const number = { guess, low: Number(low), high: Number(high), own: measured.get(item)?.value };
          part.numbers.push(number);
          said = verdict({ ...number, unit, known });
        } else if (choice && options !== undefined) {
          part.choices.push({ right: choice.right, options: Number(options) });
          said = choice.right ? "You chose right." : "You chose another one.";
        }
        (place.querySelector(".hp-said") as HTMLElement).textContent = said;
      }
      return part;
    });
    this.tell(parts);
  }

  private tell(parts: readonly Part[]): void {
    const all: Part = {
      name: "",
      numbers: parts.flatMap(({ numbers }) => numbers),
      choices: parts.flatMap(({ choices }) => choices),
    };
    const sentences = [all, ...parts].flatMap(({ name, numbers, choices }) => {
      const where = name ? `On ${name}` : "All in all";
      const [number, choice] = [numberSkill(numbers), choiceSkill(choices)];
      return [...(number ? [numberText(where, number)] : []), ...(choice ? [choiceText(where, choice)] : [])];
    });
    const items = (sentences.length > 0 ? sentences : ["You have not predicted anything yet."]).map(
      (sentence) => {
        const item = document.createElement("li");
        item.textContent = sentence;
        return item;
      },
    );
    (this.querySelector(".hp-skill") as HTMLElement).replaceChildren(...items);
    const rows = parts
      .filter(({ numbers }) => numbers.length > 0)
      .map(({ name, numbers }) => ({ name, errors: numbers.map(errorOf) }));
    const figure = this.querySelector("figure") as HTMLElement;
    figure.hidden = rows.length === 0;
    if (rows.length > 0) figure.querySelector("svg")?.replaceWith(strip(rows, this.clientWidth));
    (this.querySelector(".hp-kept") as HTMLElement).textContent = journal().trouble ?? "";
  }
}

customElements.define("hot-predictions", HotPredictions);
