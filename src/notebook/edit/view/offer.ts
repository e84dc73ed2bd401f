import type { KeptEdit } from "../kept-edit.ts";
import { make, makeButton } from "./make.ts";

/** What a reader can do with an edit that is kept and not in force. */
export interface OfferActions {
  view: (edit: KeptEdit, place: HTMLElement) => void;
  /** null if the cell is gone */
  use: ((edit: KeptEdit) => void) | null;
  discard: (edit: KeptEdit) => void;
  /** called when an offer is gone, with the button that the reader had pressed */
  done: () => void;
}

/** Edits that are offered, each as long as it is kept. */
export class Offers {
  readonly element = make("div", "");
  private readonly name: string;
  private readonly actions: OfferActions;

  /** @param name of the cell */
  constructor(name: string, actions: OfferActions) {
    this.name = name;
    this.actions = actions;
  }

  update(edits: readonly KeptEdit[]): void {
    const shown = new Map([...this.element.children].map((box) => [(box as HTMLElement).dataset.at, box]));
    this.element.replaceChildren(
      ...edits.map((edit) => shown.get(edit.at) ?? offer(edit, this.name, this.actions)),
    );
  }
}

/** Offers an edit that the notebook no longer fits, or that gave way to another. */
function offer(edit: KeptEdit, name: string, actions: OfferActions): HTMLElement {
  const place = make("div", "");
  const { use } = actions;
  const end = (action: (edit: KeptEdit) => void) => () => {
    action(edit);
    actions.done();
  };
  const of = `your change of ${name}`;
  const buttons = [
    makeButton("View", of, () => actions.view(edit, place)),
    ...(use ? [makeButton("Use", of, end(use))] : []),
    makeButton("Discard", of, end(actions.discard)),
  ];
  const box = make(
    "div",
    "nb-offer",
    make("p", "", offerSentence(edit, use === null)),
    make("p", "nb-buttons", ...buttons),
    place,
  );
  box.dataset.at = edit.at;
  return box;
}

/** "You changed an earlier version of this cell on 27 November 2026." */
function offerSentence(edit: KeptEdit, isGone: boolean): string {
  const day = new Date(edit.at).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  if (isGone) return `On ${day} you changed a cell that this notebook no longer has.`;
  if (edit.aside) return `You had changed this cell on ${day}, before other code took its place.`;
  return `You changed an earlier version of this cell on ${day}.`;
}
