import type { Card } from "../../bench/machine/card.ts";
import { CARD_EVENT, type CardMade } from "./event.ts";
import { forgetCard, keptCard } from "./storage.ts";

/** What the page says of the card that this device has, or has not. */
const words = {
  none: "This device has no card yet: press Run.",
  kept: "This card is kept on this device. It goes into a file when you download a result, and nowhere else.",
  blocked:
    "This browser lets the page store nothing, so a card lasts until you leave this page and goes with no other result. " +
    "To keep it, allow this site to store data.",
  unreadable:
    "This device has a card that this version of the book cannot read. Press Run to measure a new one.",
  deleted: "The card is deleted from this device.",
};

/**
 * `<hot-card>`: the machine card of this device above the recorded ones, which the build has drawn. It stands inside the
 * notebook that makes the card. Drawing comes with the first card.
 */
class HotCard extends HTMLElement {
  connectedCallback(): void {
    const notebook = this.closest("hot-notebook");
    notebook?.addEventListener(CARD_EVENT, (event) => {
      const { card, stored } = (event as CustomEvent<CardMade>).detail;
      void this.show(card, stored ? "kept" : "blocked");
    });
    this.deleteButton?.addEventListener("click", () => this.forget());
    const { state, card } = keptCard();
    if (card) void this.show(card, "kept");
    else this.say(state, state === "unreadable");
  }

  private async show(card: Card, state: keyof typeof words): Promise<void> {
    const { ownCard } = await import("./own-card.ts");
    this.own?.replaceChildren(ownCard(card));
    const recorded = this.querySelector<HTMLDetailsElement>(".mc-recorded");
    if (recorded) recorded.open = false;
    this.say(state, state === "kept");
  }

  private forget(): void {
    forgetCard();
    this.own?.replaceChildren();
    const recorded = this.querySelector<HTMLDetailsElement>(".mc-recorded");
    if (recorded) recorded.open = true;
    this.say("deleted", false);
    // the button with the focus is gone
    this.querySelector<HTMLElement>(".mc-words")?.focus();
  }

  private say(state: keyof typeof words, deletable: boolean): void {
    this.dataset.state = state;
    const place = this.querySelector(".mc-words");
    if (place) place.textContent = words[state];
    if (this.deleteButton) this.deleteButton.hidden = !deletable;
  }

  private get own(): Element | null {
    return this.querySelector(".mc-own");
  }

  private get deleteButton(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>(".mc-delete");
  }
}

customElements.define("hot-card", HotCard);
