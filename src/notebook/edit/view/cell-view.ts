import { clearFailures } from "../../run/failure.ts";
import type { EditableCell } from "../draft.ts";
import type { KeptEdit } from "../kept-edit.ts";
import { lineAt, type Mistake } from "../mistake.ts";
import { colouredCode } from "./colour.ts";
import { make, makeButton } from "./make.ts";
import { type OfferActions, Offers } from "./offer.ts";

/** How a cell stands. */
export interface CellState {
  /** its text in force if it was changed */
  text: string | undefined;
  /** true if that text came with a link */
  isShared: boolean;
  /** true while it can be typed in */
  isEditing: boolean;
  /** its edits that are kept and not in force */
  earlier: readonly KeptEdit[];
}

export interface CellActions extends OfferActions {
  reset: () => void;
  showChanges: (place: HTMLElement) => Promise<void>;
}

/** One editable cell on the page: the build's own code, or what stands in its place. */
export class CellView {
  readonly cell: EditableCell;
  /** where the editor goes */
  readonly editor = make("div", "nb-editor");
  /** where changes against the book are shown while no editor is open */
  readonly changes = make("div", "nb-changes");
  private readonly source: HTMLElement;
  private readonly original: HTMLElement[];
  private readonly bar: HTMLElement;
  private readonly mark = make("span", "nb-mark");
  private readonly buttons: HTMLElement;
  private readonly mistakes = make("div", "nb-mistakes");
  private readonly offers: Offers;
  private shown = make("div", "");
  private wasChanged = false;

  /** @param source holds the cell's code on the page */
  constructor(cell: EditableCell, source: HTMLElement, actions: CellActions) {
    this.cell = cell;
    this.source = source;
    this.offers = new Offers(cell.name, actions);
    this.original = [...source.children] as HTMLElement[];
    this.buttons = make(
      "span",
      "nb-buttons",
      makeButton("Show changes", `of ${cell.name}`, () => void actions.showChanges(this.changes)),
      makeButton("Reset cell", cell.name, actions.reset),
    );
    this.bar = make("div", "nb-bar", make("span", "nb-cell-name", cell.name), this.mark, this.buttons);
    this.mistakes.setAttribute("aria-live", "polite");
    source.prepend(this.bar, this.editor, this.mistakes, this.shown, this.changes, this.offers.element);
    source.classList.add("not-content");
  }

  update({ text, isShared, isEditing, earlier }: CellState): void {
    const isChanged = text !== undefined;
    this.bar.hidden = !isChanged && !isEditing;
    this.mark.textContent = isChanged ? (isShared ? "from the link" : "edited") : "";
    this.buttons.hidden = !isChanged;
    this.editor.hidden = !isEditing;
    this.mistakes.hidden = !isEditing;
    this.changes.hidden = isEditing || !isChanged;
    const plain = make("div", "", ...(isChanged && !isEditing ? [colouredCode(text)] : []));
    this.shown.replaceWith(plain);
    this.shown = plain;
    for (const element of this.original) element.hidden = isChanged || isEditing;
    this.source.toggleAttribute("data-edited", isChanged);
    this.offers.update(earlier);
    const isNews = isChanged || earlier.length > 0;
    if (isNews && !this.wasChanged) this.unfold();
    this.wasChanged = isNews;
  }

  /** Says in words what is wrong with what is typed; the editor underlines it. */
  showMistakes(mistakes: readonly Mistake[], text: string): void {
    const lines = mistakes.map(({ offset, message }) => `Line ${lineAt(text, offset).line}: ${message}`);
    if (lines.join() !== [...this.mistakes.children].map((line) => line.textContent).join())
      this.mistakes.replaceChildren(...lines.map((line) => make("p", "", line)));
  }

  /** Puts an error below the code. */
  append(box: HTMLElement): void {
    this.source.append(box);
    this.unfold();
  }

  /** Takes errors away that are no longer about this text. */
  clear(): void {
    clearFailures(this.source);
  }

  /** Opens the part of the page in which the cell is folded away. */
  private unfold(): void {
    this.source.closest("details")?.setAttribute("open", "");
  }
}
