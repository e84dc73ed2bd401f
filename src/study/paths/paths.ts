import { latest, standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";

/**
 * `<hot-paths>`: paths (`section[data-item]`) with their chapters (`li[data-sections]`, the keys of the sections that they have). The reader
 * follows one of them or none; what comes next on it is said at the top.
 */
class HotPaths extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>("button[aria-pressed]");
      const item = button?.closest<HTMLElement>("section")?.dataset.item;
      if (button && item)
        void journal().write(item, { kind: "path", followed: button.ariaPressed !== "true" });
    });
    journal().listen(() => void this.show());
    void this.show();
  }

  private async show(): Promise<void> {
    const entries = standing(await journal().read());
    const read = latest(entries, "read");
    // to follow another path is to leave the one before
    const last = entries.findLast((entry) => entry.kind === "path");
    for (const path of this.querySelectorAll<HTMLElement>("section[data-item]")) {
      const isFollowed = last?.followed === true && last.item === path.dataset.item;
      (path.querySelector("button") as HTMLButtonElement).ariaPressed = String(isFollowed);
      for (const chapter of path.querySelectorAll<HTMLElement>("li[data-sections]")) {
        const sections = chapter.dataset.sections?.split(" ") ?? [];
        const n = sections.filter((section) => read.get(section)?.read).length;
        const said =
          n === 0 ? "" : n === sections.length ? "read" : `${n} of ${sections.length} sections read`;
        (chapter.querySelector(".hp-said") as HTMLElement).textContent = said;
        chapter.toggleAttribute("data-read", n === sections.length);
      }
      if (isFollowed) this.tellNext(path);
    }
    if (last?.followed !== true) this.next().replaceChildren();
    (this.querySelector(".hp-kept") as HTMLElement).textContent = journal().trouble ?? "";
  }

  private tellNext(path: HTMLElement): void {
    const title = path.querySelector("h2")?.textContent ?? "";
    const link = path.querySelector("li[data-sections]:not([data-read]) a")?.cloneNode(true);
    if (link) this.next().replaceChildren(`You follow “${title}”. Next: `, link, ".");
    else this.next().replaceChildren(`You follow “${title}”, and have read all of it that is written.`);
  }

  private next(): HTMLElement {
    return this.querySelector(".hp-left") as HTMLElement;
  }
}

customElements.define("hot-paths", HotPaths);
