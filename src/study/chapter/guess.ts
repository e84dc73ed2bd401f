import type { Result } from "../../bench/types.ts";
import type { Entry, EntryOf } from "../journal/entry.ts";
import type { ResultNumber } from "../predict/result-number.ts";
import { StudyElement } from "./study-element.ts";

/** As far as a notebook matters here. */
type Notebook = HTMLElement & {
  results: { results: Record<string, Result>; edits?: Record<string, unknown> } | null;
};

/** Which number of a notebook is the reader's own. */
interface Own extends ResultNumber {
  notebook: string;
  experiment: string;
  /** parameters of the recorded result, as JSON: with others the reader measured something else */
  params: string;
}

/**
 * `<hot-guess data-item data-low data-high data-unit data-known>`: a number that the reader commits to before `details` is opened,
 * and what became of it. `data-own` names the number of a notebook on this page that is the reader's own.
 */
class HotGuess extends StudyElement {
  private guess: EntryOf<"guess"> | undefined;
  private own: number | undefined;
  private isSeen = false;

  constructor() {
    super();
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.commit();
    });
    this.addEventListener("click", ({ target }) => {
      if ((target as Element).closest("details > summary") && !this.guess) this.see();
      if ((target as Element).closest(".hp-again")) void this.again();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { own } = this.dataset;
    if (!own) return;
    const wanted = JSON.parse(own) as Own;
    const notebook = document.querySelector<Notebook>(`hot-notebook[notebook="${wanted.notebook}"]`);
    if (!notebook) return;
    const look = () => void this.measure(notebook, wanted);
    new MutationObserver(look).observe(notebook, { attributeFilter: ["data-state"] });
  }

  protected override async show(entries: Entry[]): Promise<void> {
    this.guess = entries.findLast((entry) => entry.kind === "guess");
    this.own = entries.findLast((entry) => entry.kind === "measured")?.value;
    const { guess } = this;
    this.ask(guess === undefined && !this.isSeen);
    this.piece(".hp-verdict").hidden = guess === undefined;
    if (!guess) return;
    const { low, high, unit = "", known = "" } = this.dataset;
    const predicted = {
      guess: guess.value,
      low: Number(low),
      high: Number(high),
      unit,
      known,
      own: this.own,
    };
    const { verdict } = await import("../predict/verdict.ts");
    this.piece(".hp-verdict > span").textContent = verdict(predicted);
  }

  private async commit(): Promise<void> {
    const input = this.piece<HTMLInputElement>("input");
    const value = input.valueAsNumber;
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
      this.say("Write a number above zero.");
      return input.focus();
    }
    await this.write({ kind: "guess", value });
    this.piece<HTMLDetailsElement>("details").open = true;
    this.piece(".hp-verdict").hidden = false;
    this.piece(".hp-verdict").focus();
  }

  /** Whoever opens the answer first has nothing left to guess. */
  private see(): void {
    this.isSeen = true;
    this.ask(false);
    this.say("You have seen the answer; a guess would not count now.");
  }

  private async again(): Promise<void> {
    if (!this.guess) return;
    await this.write({ kind: "undo", of: this.guess.id });
    this.piece<HTMLDetailsElement>("details").open = false;
    this.isSeen = false;
    this.ask(true);
    this.piece("input").focus();
  }

  private async measure(notebook: Notebook, wanted: Own): Promise<void> {
    const result = notebook.dataset.state === "done" && notebook.results?.results[wanted.experiment];
    if (!result || !this.guess) return;
    const isEdited = notebook.results?.edits?.[wanted.experiment] !== undefined;
    if (isEdited || JSON.stringify(result.bench.params) !== wanted.params) return;
    const { resultNumber } = await import("../predict/result-number.ts");
    const value = resultNumber(result, wanted);
    if (value !== undefined && value > 0 && value !== this.own) await this.write({ kind: "measured", value });
  }

  private ask(asks: boolean): void {
    for (const piece of ["form", ".hp-how"]) this.piece(piece).hidden = !asks;
  }

  private piece<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
}

customElements.define("hot-guess", HotGuess);
