import { latest, standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import { stateOf } from "../marked/state.ts";

/** What is counted in a chapter beside its sections, by the attribute that lists the keys of the items. */
const COUNTED = ["predict", "quiz", "card", "exercise"] as const;
const WORDS = {
  predict: "predictions made",
  quiz: "quizzes known",
  card: "cards begun",
  exercise: "exercises solved",
};

/**
 * `<hot-overview>`: the sections of every chapter (`input[data-item]`) with what is read of them, which can be set by hand, and for each
 * chapter (`[data-chapter]`) what else the reader has done of it.
 */
class HotOverview extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", ({ target }) => {
      const { dataset, checked } = target as HTMLInputElement;
      if (dataset.item) void journal().write(dataset.item, { kind: "read", read: checked, by: "hand" });
    });
    journal().listen(() => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const entries = standing(await journal().read());
    const read = latest(entries, "read");
    const solved = latest(entries, "solved");
    const about = Map.groupBy(entries, ({ item }) => item);
    const isDone = {
      predict: (item: string) =>
        (about.get(item) ?? []).some(({ kind }) => kind === "guess" || kind === "choice"),
      quiz: (item: string) => stateOf(about.get(item) ?? []) === "had",
      card: (item: string) => (about.get(item) ?? []).some(({ kind }) => kind === "grade"),
      exercise: (item: string) => solved.get(item)?.solved === true,
    };
    for (const chapter of this.querySelectorAll<HTMLElement>("[data-chapter]")) {
      const boxes = [...chapter.querySelectorAll<HTMLInputElement>("input[data-item]")];
      for (const box of boxes) box.checked = read.get(box.dataset.item ?? "")?.read === true;
      const counts = COUNTED.flatMap((kind) => {
        const items = chapter.dataset[kind]?.split(" ").filter(Boolean) ?? [];
        return items.length === 0
          ? []
          : [`${items.filter(isDone[kind]).length} of ${items.length} ${WORDS[kind]}`];
      });
      const sections = `${boxes.filter(({ checked }) => checked).length} of ${boxes.length} sections read`;
      (chapter.querySelector(".hp-said") as HTMLElement).textContent = `${[sections, ...counts].join(", ")}.`;
    }
    (this.querySelector(".hp-kept") as HTMLElement).textContent = journal().trouble ?? "";
  }
}

customElements.define("hot-overview", HotOverview);
