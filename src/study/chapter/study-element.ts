import type { Entry, What } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import { follow, leave } from "./follow.ts";

/** An element about the item of its `data-item`. Its `.hp-kept`, if it has one, tells when the device keeps nothing. */
export abstract class StudyElement extends HTMLElement {
  private readonly shown = (entries: Entry[]) => this.show(entries);

  protected get item(): string {
    return this.dataset.item ?? "";
  }

  connectedCallback(): void {
    follow(this.item, this.shown);
  }

  disconnectedCallback(): void {
    leave(this.item, this.shown);
  }

  /** Shows what stands. */
  protected abstract show(entries: Entry[]): void;

  protected async write(what: What): Promise<void> {
    await journal().write(this.item, what);
    this.say(journal().trouble ?? "");
  }

  protected say(sentence: string): void {
    const place = this.querySelector(".hp-kept");
    if (place) place.textContent = sentence;
  }
}
