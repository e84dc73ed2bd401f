import { type Entry, latest, standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import { sectionsOf, watch } from "./watch.ts";

/** `<hot-progress data-page>` at the end of a chapter: notes which sections are read, says how many, and lets mark all by hand. */
class HotProgress extends HTMLElement {
  private readonly page = this.dataset.page ?? "";
  private readonly sections = sectionsOf(document.querySelector(".sl-markdown-content") ?? document.body);
  private read = new Set<string>();

  connectedCallback(): void {
    this.addEventListener("click", ({ target }) => {
      if (!(target as Element).closest("button")) return;
      const isAll = this.read.size === this.sections.length;
      for (const { id } of this.sections) if (this.read.has(id) === isAll) void this.mark(id, !isAll, "hand");
    });
    journal().listen(() => void this.show());
    void this.show().then(() =>
      watch(
        this.sections,
        (id) => this.read.has(id),
        (id) => {
          this.read.add(id);
          void this.mark(id, true, "reading");
        },
      ),
    );
  }

  private async mark(id: string, read: boolean, by: "hand" | "reading"): Promise<void> {
    await journal().write(`${this.page}#${id}`, { kind: "read", read, by });
  }

  private async show(): Promise<void> {
    this.read = readIn(await journal().read(this.page));
    const n = this.sections.filter(({ id }) => this.read.has(id)).length;
    const all = this.sections.length;
    for (const link of document.querySelectorAll<HTMLAnchorElement>(".hp-toc a"))
      link.toggleAttribute("data-read", this.read.has(link.hash.slice(1)));
    (this.querySelector("span") as HTMLElement).textContent =
      n === all ? "You have read this chapter." : `You have read ${n} of ${all} sections of this chapter.`;
    (this.querySelector("button") as HTMLElement).textContent =
      n === all ? "Mark as not read" : "Mark as read";
  }
}

/** The anchors of the sections that are read now. */
function readIn(entries: Entry[]): Set<string> {
  const marks = latest(standing(entries), "read").values();
  return new Set([...marks].filter(({ read }) => read).map(({ item }) => item.split("#")[1]));
}

customElements.define("hot-progress", HotProgress);
