import { latest, standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";

/** `<hot-chapter-state data-page data-sections>` in a list of chapters: says how much of one the reader has read. */
class HotChapterState extends HTMLElement {
  connectedCallback(): void {
    journal().listen(() => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const { page, sections } = this.dataset;
    const marks = latest(standing(await journal().read(page)), "read").values();
    const n = [...marks].filter(({ read }) => read).length;
    const all = Number(sections);
    this.textContent = n === 0 ? "" : n >= all ? "read" : `${n} of ${all} read`;
  }
}

customElements.define("hot-chapter-state", HotChapterState);
