import { CONFIDENCES, type Confidence, type Entry, type What } from "../journal/entry.ts";
import { whenClaimHolds } from "./claim.ts";
import { StudyElement } from "./study-element.ts";

/** How the buttons of a mark are written to the journal and read from it. */
interface Scale {
  what(value: string, pressed: boolean): What;
  /** the value that is pressed */
  value(entry: Entry): string | undefined;
}

const scales: Record<string, Scale> = {
  known: {
    what: (value) => ({ kind: "known", known: value === "yes" }),
    value: (entry) => (entry.kind === "known" ? (entry.known ? "yes" : "no") : undefined),
  },
  confidence: {
    what: (value) => ({ kind: "confidence", confidence: CONFIDENCES.find((c) => c === value) as Confidence }),
    value: (entry) => (entry.kind === "confidence" ? entry.confidence : undefined),
  },
  solved: {
    what: (_, pressed) => ({ kind: "solved", solved: !pressed, by: "hand" }),
    value: (entry) => (entry.kind === "solved" ? (entry.solved ? "solved" : "") : undefined),
  },
};

/** `<hot-mark data-item data-scale>`: buttons by which a reader marks an item. The newest mark is pressed. */
class HotMark extends StudyElement {
  constructor() {
    super();
    this.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>("button[value]");
      if (button) void this.write(this.scale.what(button.value, button.ariaPressed === "true"));
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { claim } = this.dataset;
    if (claim)
      whenClaimHolds(this, claim, () => void this.write({ kind: "solved", solved: true, by: "claim" }));
  }

  protected override show(entries: Entry[]): void {
    const newest = entries.map((entry) => this.scale.value(entry)).findLast((value) => value !== undefined);
    for (const button of this.querySelectorAll<HTMLButtonElement>("button[value]"))
      button.ariaPressed = String(button.value === newest);
  }

  private get scale(): Scale {
    return scales[this.dataset.scale ?? ""];
  }
}

customElements.define("hot-mark", HotMark);
