import { clearFailures } from "../../run/failures/failure.ts";
import type { EditableCell } from "../draft.ts";
import type { KeptEdit } from "../kept-edit.ts";
import { lineAt, type Mistake } from "../mistake.ts";
import { type BarActions, CellBar } from "./cell-bar.ts";
import { colouredCode } from "./colour.ts";
import { make } from "./make.ts";
import { type OfferActions, Offers } from "./offer.ts";

/** How a cell stands. */
export interface CellState {
  /** its text in force if it was changed */
  text: string | undefined;
  /** true if that text came with a link */
  isShared: boolean;
  /** true while it can be typed in */
  isEditing: boolean;
  /** true while it is shown how the text differs from the book's */
  isComparing: boolean;
  /** its edits that are kept and not in force */
  earlier: readonly KeptEdit[];
}

export interface CellActions extends BarActions, Omit<OfferActions, "done"> {
  /** Shows in `place` how the cell's text differs from the book's. */
  showChanges: (place: HTMLElement) => Promise<void>;
}

/** One editable cell on the page: the build's own code, or what stands in its place. */
export class CellView {
  readonly cell: EditableCell;
  /** where the editor goes */
  readonly editor = make("div", "nb-editor");
  /** the changed code while no editor is open */
  private readonly plain = make("div", "nb-plain");
  private readonly source: HTMLElement;
  private readonly original: HTMLElement[];
  private readonly bar: CellBar;
  private readonly mistakes = make("div", "nb-mistakes");
  private readonly offers: Offers;
  private readonly actions: CellActions;
  private shown = "";
  private hadNews = false;

  /** @param source holds the cell's code on the page */
  constructor(cell: EditableCell, source: HTMLElement, actions: CellActions) {
    this.cell = cell;
    this.source = source;
    this.actions = actions;
    this.original = [...source.children] as HTMLElement[];
    this.bar = new CellBar(cell.name, actions);
    this.offers = new Offers(cell.name, { ...actions, done: () => this.focus() });
    this.mistakes.setAttribute("aria-live", "polite");
    source.prepend(this.bar.element, this.editor, this.mistakes, this.plain, this.offers.element);
    source.classList.add("not-content");
    source.tabIndex = -1;
  }

  update(state: CellState): void {
    const { text, isEditing, earlier } = state;
    const isChanged = text !== undefined;
    this.bar.update(state);
    this.editor.hidden = !isEditing;
    this.mistakes.hidden = !isEditing;
    this.plain.hidden = isEditing || !isChanged;
    if (!this.plain.hidden) this.showPlain(state);
    for (const element of this.original) element.hidden = isChanged || isEditing;
    this.source.toggleAttribute("data-edited", isChanged);
    this.offers.update(earlier);
    const isNews = isChanged || isEditing || earlier.length > 0;
    if (isNews && !this.hadNews) this.unfold();
    this.hadNews = isNews;
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

  /** Takes errors away that were about another text. */
  clear(): void {
    clearFailures(this.source);
  }

  private showPlain({ text = "", isComparing }: CellState): void {
    const shown = `${isComparing} ${text}`;
    if (shown === this.shown) return;
    this.shown = shown;
    if (isComparing) void this.actions.showChanges(this.plain);
    else this.plain.replaceChildren(colouredCode(text));
  }

  private focus(): void {
    const content = this.editor.querySelector<HTMLElement>(".cm-content");
    (content && !this.editor.hidden ? content : this.source).focus();
  }

  /** Opens the part of the page in which the cell is folded away. */
  private unfold(): void {
    this.source.closest("details")?.setAttribute("open", "");
  }
}
