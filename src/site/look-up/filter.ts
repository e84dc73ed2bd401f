import { matches, plainText } from "./match.ts";

/** A line that the filter shows or hides, with all text by which it is found: its own, and the titles it stands under. */
interface Row {
  element: HTMLElement;
  text: string;
}

/**
 * `<hot-filter for="list" data-what="items">` with a search field and a status in it: shows those `[data-row]` of the element
 * `list` that hold all words of the field, and those `[data-group]` that have such a row. A group's title is its first
 * `[data-title]`; a folded group unfolds while its rows are searched.
 */
class Filter extends HTMLElement {
  #rows: Row[] | undefined;
  /** folded groups that the filter has unfolded */
  readonly #unfolded = new Set<HTMLDetailsElement>();

  connectedCallback(): void {
    this.#field.addEventListener("input", () => this.#apply());
    // a browser that comes back to the page puts the old words in again
    if (this.#field.value) this.#apply();
  }

  get #field(): HTMLInputElement {
    return this.querySelector("input") as HTMLInputElement;
  }

  get #list(): HTMLElement {
    return document.getElementById(this.getAttribute("for") ?? "") as HTMLElement;
  }

  #apply(): void {
    this.#rows ??= [...this.#list.querySelectorAll<HTMLElement>("[data-row]")].map((element) => ({
      element,
      text: plainText(`${titlesAbove(element)} ${element.textContent}`),
    }));
    const query = plainText(this.#field.value);
    let shown = 0;
    for (const { element, text } of this.#rows) {
      const fits = matches(text, query);
      element.hidden = !fits;
      shown += Number(fits);
    }
    for (const group of this.#list.querySelectorAll<HTMLElement>("[data-group]"))
      this.#show(group, query !== "");
    this.#say(query === "" ? "" : this.#found(shown));
  }

  #show(group: HTMLElement, searching: boolean): void {
    group.hidden = group.querySelector("[data-row]:not([hidden])") === null;
    if (!(group instanceof HTMLDetailsElement)) return;
    if (searching && !group.open && !group.hidden) {
      group.open = true;
      this.#unfolded.add(group);
    } else if (!searching && this.#unfolded.delete(group)) group.open = false;
  }

  #found(shown: number): string {
    const { what = "" } = this.dataset;
    if (shown === 0) return `None of ${this.#rows?.length} ${what} has these words.`;
    return `${shown} of ${this.#rows?.length} ${what}`;
  }

  #say(sentence: string): void {
    (this.querySelector('[role="status"]') as HTMLElement).textContent = sentence;
  }
}

/** The titles of all groups that a row stands in. */
function titlesAbove(row: HTMLElement): string {
  const titles: string[] = [];
  for (
    let group = row.closest("[data-group]");
    group;
    group = group.parentElement?.closest("[data-group]") ?? null
  )
    titles.push(group.querySelector("[data-title]")?.textContent ?? "");
  return titles.join(" ");
}

customElements.define("hot-filter", Filter);
