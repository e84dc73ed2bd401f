import type { Undo } from "../draft.ts";
import type { CellState } from "./cell-view.ts";
import { make, makeButton } from "./make.ts";

export interface BarActions {
  /** Takes the cell's change back; returns how to undo that. */
  reset: () => Undo | null;
  /** Shows what was changed, or stops showing it. */
  compare: (isWanted: boolean) => void;
}

/** The line above a cell's code: its name, whether it is edited, and what can be done about that. */
export class CellBar {
  readonly element: HTMLElement;
  private readonly mark = make("span", "nb-mark");
  private readonly buttons: HTMLElement;
  private readonly compareButton: HTMLButtonElement;
  private readonly undoButton: HTMLButtonElement;
  private undo: Undo | null = null;

  constructor(name: string, actions: BarActions) {
    this.compareButton = makeButton("Show changes", `of ${name}`, () =>
      actions.compare(this.compareButton.ariaPressed !== "true"),
    );
    const resetButton = makeButton("Reset cell", name, () => {
      this.undo = actions.reset();
      this.element.hidden = false;
      this.undoButton.hidden = this.undo === null;
      this.undoButton.focus();
    });
    this.undoButton = makeButton("Undo reset", `of ${name}`, () => {
      this.undo?.();
      resetButton.focus();
    });
    this.buttons = make("span", "nb-buttons", this.compareButton, resetButton);
    const undoing = make("span", "nb-buttons", this.undoButton);
    this.element = make(
      "div",
      "nb-bar",
      make("span", "nb-cell-name", name),
      this.mark,
      this.buttons,
      undoing,
    );
  }

  /** Whatever changes ends the offer to undo a reset. */
  update({ text, isShared, isEditing, isComparing }: CellState): void {
    const isChanged = text !== undefined;
    this.undo = null;
    this.undoButton.hidden = true;
    this.element.hidden = !isChanged && !isEditing;
    this.mark.textContent = isChanged ? (isShared ? "from the link" : "edited") : "";
    this.buttons.hidden = !isChanged;
    this.compareButton.ariaPressed = String(isComparing);
  }
}
