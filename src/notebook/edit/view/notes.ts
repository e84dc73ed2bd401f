import type { Draft } from "../draft.ts";
import { make, makeButton } from "./make.ts";
import { type OfferActions, Offers } from "./offer.ts";

/** What is said below the head of a notebook about the reader's changes. */
export class Notes {
  private readonly said = make("div", "");
  private readonly offers: Offers;
  private readonly undo = make("p", "nb-buttons");

  /**
   * @param element the notebook
   * @param actions for edits of cells that it no longer has
   */
  constructor(element: Element, actions: Omit<OfferActions, "use" | "done">) {
    const done = () => element.querySelector<HTMLElement>("[data-action=edit]")?.focus();
    this.offers = new Offers("that cell", { ...actions, use: null, done });
    this.said.setAttribute("aria-live", "polite");
    const notes = make("div", "nb-notes", this.said, this.undo, this.offers.element);
    element.querySelector(".nb-status")?.after(notes);
  }

  /** @param onPage names of changed cells that cells of the page use as well */
  update(draft: Draft, onPage: readonly string[]): void {
    const sentences = [changedSentence(draft), originalSentence(draft, onPage), draft.problem].filter(
      Boolean,
    );
    const text = sentences.join("\n");
    // a live region speaks whenever it is written
    if (text !== [...this.said.children].map((line) => line.textContent).join("\n"))
      this.said.replaceChildren(...sentences.map((sentence) => make("p", "", sentence ?? "")));
    this.offers.update(draft.earlier().filter(({ cell }) => !draft.cells.has(cell)));
  }

  /** Offers to take back a reset, until something else is done; null ends the offer. */
  offerUndo(undo: (() => void) | null): void {
    this.undo.replaceChildren(...(undo ? [makeButton("Undo reset", "", undo)] : []));
  }
}

function changedSentence(draft: Draft): string | null {
  const names = [...draft.edits().keys()].map((id) => draft.cells.get(id)?.name ?? "");
  if (names.length === 0) return draft.isShared ? "The link changes no code." : null;
  const run = "Run measures this code in a sandbox";
  if (draft.isShared) return `From a link: ${list(names)}. ${run}; Reset brings back what was there.`;
  return `Changed by you: ${list(names)}. ${run}; Reset brings the book’s code back.`;
}

function originalSentence(draft: Draft, onPage: readonly string[]): string | null {
  if (draft.edits().size === 0 || onPage.length === 0) return null;
  return `Charts and text of this page go on using the book’s ${list(onPage)}: edited code runs in the sandbox only.`;
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
