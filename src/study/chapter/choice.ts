import type { Entry } from "../journal/entry.ts";
import { StudyElement } from "./study-element.ts";

/** `<hot-choice data-item>`: options of which the first one opened is the reader's answer. */
class HotChoice extends StudyElement {
  private isAnswered = false;

  constructor() {
    super();
    // not “toggle”, which also tells of options that the browser opens to show a search result
    this.addEventListener("click", ({ target }) => {
      const option = (target as Element).closest("summary")?.closest<HTMLElement>("[data-option]");
      if (!option || this.isAnswered) return;
      this.isAnswered = true;
      const { option: name = "", right } = option.dataset;
      void this.write({ kind: "choice", option: name, right: right !== undefined });
    });
  }

  protected override show(entries: Entry[]): void {
    const first = entries.find((entry) => entry.kind === "choice");
    this.isAnswered ||= first !== undefined;
    for (const option of this.querySelectorAll<HTMLElement>("[data-option]"))
      option.toggleAttribute("data-chosen", option.dataset.option === first?.option);
  }
}

customElements.define("hot-choice", HotChoice);
