import type { Entry, EntryOf } from "../journal/entry.ts";
import { standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import { type Known, type Queue, queueOf } from "./queue.ts";
import { sayLeft, sayNext } from "./say.ts";
import { choices, type Grade } from "./schedule.ts";
import { waitText } from "./wait.ts";

/**
 * `<hot-review>`: one card at a time out of those on the page (`.hp-card[data-item]`). The keys are those of Anki: space shows the
 * answer, 1 to 4 grade it, u takes the last grade back.
 */
class HotReview extends HTMLElement {
  private entries: Entry[] = [];
  private current: Known | null = null;
  private isShown = false;

  connectedCallback(): void {
    this.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>("[data-action]");
      if (button) void this.act(button.dataset.action ?? "", button.value);
    });
    this.addEventListener("change", () => void this.draw());
    addEventListener("keydown", (event) => this.key(event));
    const chapter = new URLSearchParams(location.search).get("chapter");
    const select = this.piece<HTMLSelectElement>("select");
    if ([...select.options].some(({ value }) => value === chapter)) select.value = chapter ?? "";
    this.piece(".hp-session").hidden = false;
    journal().listen(() => void this.read());
    void this.read();
  }

  private async read(): Promise<void> {
    this.entries = await journal().read();
    // a card that is in front of the reader stays there, whatever another tab does
    if (this.current) this.tell(this.queue());
    else await this.draw();
  }

  private queue(): Queue {
    const items = [...this.querySelectorAll<HTMLElement>(".hp-card[data-item]")].map(
      (card) => card.dataset.item ?? "",
    );
    const chapter = this.piece<HTMLSelectElement>("select").value;
    return queueOf({ items, ...(chapter && { pages: [chapter] }) }, this.entries, Date.now());
  }

  /** Puts the next card in front of the reader. */
  private async draw(): Promise<void> {
    const queue = this.queue();
    this.put(queue.now[0] ?? null);
    this.tell(queue);
  }

  private put(known: Known | null): void {
    this.current = known;
    this.isShown = false;
    const card = known && this.querySelector<HTMLElement>(`.hp-card[data-item="${CSS.escape(known.item)}"]`);
    this.piece(".hp-face").hidden = card === null;
    this.piece(".hp-back").hidden = true;
    this.piece(".hp-grades").hidden = true;
    this.piece('[data-action="show"]').hidden = false;
    if (!card || !known) return;
    const [front, ...back] = [...card.children].map((child) => child.cloneNode(true));
    const link = this.piece<HTMLAnchorElement>(".hp-from");
    link.href = card.dataset.href ?? "";
    link.textContent = card.dataset.title ?? "";
    this.piece(".hp-front").replaceChildren(...front.childNodes);
    this.piece(".hp-back").replaceChildren(...back);
    const due = choices(known.card, Date.now());
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-action="grade"]'))
      (button.querySelector("small") as HTMLElement).textContent = waitText(
        due[Number(button.value) as Grade] - Date.now(),
      );
  }

  private tell(queue: Queue): void {
    const undo = this.piece('[data-action="undo"]');
    undo.hidden = !this.lastGrade();
    this.piece(".hp-left").textContent = this.current ? sayLeft(queue) : sayNext(queue, Date.now());
    this.piece(".hp-kept").textContent = journal().trouble ?? "";
  }

  private async act(action: string, value = ""): Promise<void> {
    const { current } = this;
    if (action === "show" && current) this.show();
    if (action === "grade" && current && this.isShown) {
      this.current = null;
      await journal().write(current.item, { kind: "grade", grade: Number(value) as Grade });
      await this.next();
    }
    const last = this.lastGrade();
    if (action === "undo" && last) {
      this.current = null;
      await journal().write(last.item, { kind: "undo", of: last.id });
      await this.next(last.item);
    }
  }

  private show(): void {
    this.isShown = true;
    this.piece(".hp-back").hidden = false;
    this.piece(".hp-grades").hidden = false;
    this.piece('[data-action="show"]').hidden = true;
    this.piece(".hp-back").focus();
  }

  /** @param item the card to show, whose grade was taken back; else the first of the queue */
  private async next(item?: string): Promise<void> {
    this.entries = await journal().read();
    await this.draw();
    const again = item && this.queue().now.find((known) => known.item === item);
    if (again) this.put(again);
    this.piece(this.current ? ".hp-front" : ".hp-left").focus();
  }

  /** What Undo would take back. */
  private lastGrade(): EntryOf<"grade"> | undefined {
    return standing(this.entries).findLast((entry) => entry.kind === "grade");
  }

  private key(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (
      ctrlKey ||
      metaKey ||
      altKey ||
      (target as Element).closest("input, select, textarea, dialog, [contenteditable]")
    )
      return;
    if (key === " ") {
      // on a button or a line that unfolds, the space bar presses it
      if (this.isShown || !this.current || (target as Element).closest("button, summary, a")) return;
      event.preventDefault();
      void this.act("show");
    }
    if (/^[1-4]$/.test(key)) void this.act("grade", key);
    if (key === "u") void this.act("undo");
  }

  private piece<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
}

customElements.define("hot-review", HotReview);
