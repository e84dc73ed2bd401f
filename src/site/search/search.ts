import type { Found } from "./find.ts";

/** After this time without a key the book is searched, in ms: a fast typist does not make it search for every letter. */
const PAUSE_MS = 120;

/** `<site-search>`: the dialog, and what is found while something is typed. */
class SiteSearch extends HTMLElement {
  private readonly button = this.querySelector("button") as HTMLButtonElement;
  private readonly dialog = this.querySelector("dialog") as HTMLDialogElement;
  private readonly input = this.querySelector("input") as HTMLInputElement;
  private readonly list = this.querySelector("ol") as HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.button.disabled = false;
    this.button.onclick = () => this.open();
    this.input.oninput = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.search(), PAUSE_MS);
    };
    this.dialog.onkeydown = (event) => this.move(event);
    // beside the dialog, or on a result, which may be on this page
    this.dialog.onclick = ({ target }) => {
      if (target === this.dialog || (target as Element).closest("a")) this.close();
    };
    addEventListener("keydown", (event) => {
      if (!(event.metaKey || event.ctrlKey) || event.key !== "k") return;
      event.preventDefault();
      if (this.dialog.open) this.close();
      else this.open();
    });
  }

  private open(): void {
    this.dialog.showModal();
    this.input.select();
    void this.search();
  }

  private close(): void {
    // the browser would leave the focus in the hidden field until it paints again, and swallow a key that comes at once
    (document.activeElement as HTMLElement | null)?.blur();
    this.dialog.close();
  }

  private async search(): Promise<void> {
    const query = this.input.value.trim();
    try {
      const { find, itemsOf } = await import("./find.ts");
      const found = query ? await find(query, this.dataset.pagefindIndex ?? "") : null;
      // something else was typed meanwhile
      if (query !== this.input.value.trim()) return;
      this.list.replaceChildren(...(found ? itemsOf(found) : []));
      this.say(found ? sentence(found, query) : "", found?.pages === 0);
    } catch {
      this.say(
        import.meta.env.DEV
          ? "The search exists in built sites only: npm start."
          : "The search could not be loaded. Look at your connection, then type again.",
        false,
      );
    }
  }

  private say(sentence: string, nothing: boolean): void {
    (this.querySelector('[role="status"]') as HTMLElement).textContent = sentence;
    (this.querySelector(".hp-not-found") as HTMLElement).hidden = !nothing;
  }

  /** Arrows go through the results, Enter in the field opens the first, Escape closes. */
  private move(event: KeyboardEvent): void {
    // a search field takes the key for itself, to empty it
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    }
    const links = [...this.list.querySelectorAll("a")];
    const at = links.indexOf(event.target as HTMLAnchorElement);
    const isField = event.target === this.input;
    if (event.key === "Enter" && isField) {
      event.preventDefault();
      links[0]?.click();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || (!isField && at < 0)) return;
    event.preventDefault();
    (links[at + step] ?? (step < 0 ? this.input : links[at]))?.focus();
  }
}

function sentence({ pages }: Found, query: string): string {
  if (pages === 0) return `Nothing found for “${query}”.`;
  return pages === 1 ? "Found on one page." : `Found on ${pages} pages.`;
}

customElements.define("site-search", SiteSearch);
