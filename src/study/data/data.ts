import type { Entry } from "../journal/entry.ts";
import { exportText, MOST_BYTES, parseFile } from "../journal/file.ts";
import { journal } from "../journal/journal.ts";
import { saveFile } from "./save-file.ts";
import { count, summaryText } from "./summary.ts";

/** `<hot-data>`: what the journal holds; export, import, erase. */
class HotData extends HTMLElement {
  /** read from a file, and not imported yet */
  private offered: Entry[] = [];

  private readonly actions: Record<string, () => Promise<void>> = {
    export: async () => {
      const day = new Date().toISOString().slice(0, 10);
      saveFile(`hot-path-study-${day}.json`, exportText(await journal().read()), "application/json");
    },
    import: async () => {
      const added = await journal().merge(this.offered);
      const known = this.offered.length - added;
      this.offer([]);
      this.say(
        `Imported: ${count(added, "new entry", "new entries")}; ${count(known, "was", "were")} here already.`,
      );
    },
    persist: async () => {
      await navigator.storage?.persist?.();
      await this.showPersisted(true);
    },
    erase: async () => this.askToErase(true),
    spare: async () => this.askToErase(false),
    "erase-now": async () => {
      await journal().erase();
      this.askToErase(false);
      this.say("The journal of this device is empty now.");
    },
  };

  connectedCallback(): void {
    this.addEventListener("click", ({ target }) => {
      const action = (target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
      if (action) void this.actions[action]();
    });
    this.addEventListener("change", ({ target }) => void this.look(target as HTMLInputElement));
    journal().listen(() => void this.count());
    void this.count();
    void this.showPersisted(false);
  }

  private async count(): Promise<void> {
    const entries = await journal().read();
    this.piece(".hp-count").textContent = summaryText(entries);
    const { trouble } = journal();
    if (trouble) this.say(trouble);
  }

  /** Reads a file and says what is in it; nothing is written before the reader agrees. */
  private async look(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    this.offer([]);
    this.say("");
    try {
      if (file.size > MOST_BYTES) throw new Error("The file is larger than any journal");
      this.offer(parseFile(await file.text()));
    } catch (error) {
      this.say(`Nothing was imported from ${file.name}. ${(error as Error).message}.`);
    }
    // the same file can be chosen again
    input.value = "";
  }

  private offer(entries: Entry[]): void {
    this.offered = entries;
    const preview = this.piece("[data-preview]");
    preview.hidden = entries.length === 0;
    this.piece("[data-preview] > span").textContent = `The file holds ${summaryText(entries)}`;
    if (entries.length > 0) this.piece('[data-action="import"]').focus();
  }

  private askToErase(asks: boolean): void {
    for (const [action, hidden] of [
      ["erase", asks],
      ["erase-now", !asks],
      ["spare", !asks],
    ] as const)
      this.piece(`[data-action="${action}"]`).hidden = hidden;
    this.piece(`[data-action="${asks ? "spare" : "erase"}"]`).focus();
  }

  private async showPersisted(asked: boolean): Promise<void> {
    const kept = (await navigator.storage?.persisted?.().catch(() => false)) ?? false;
    const refused = asked ? "This browser does not promise it. Export the journal now and then." : "";
    this.piece("[data-persisted]").textContent = kept
      ? "This browser keeps it until you clear it yourself."
      : refused;
  }

  private say(sentence: string): void {
    this.piece(".hp-kept").textContent = sentence;
  }

  private piece(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }
}

customElements.define("hot-data", HotData);
