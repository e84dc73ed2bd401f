import { count } from "../data/summary.ts";
import { standing } from "../journal/entry.ts";
import { journal } from "../journal/journal.ts";
import { stateOf } from "./state.ts";

/**
 * `<hot-list>`: rows (`[data-row]` with the `data-item` that the reader marks) of which those are shown that match every `select`: its
 * name is that of a data attribute of the rows. `data-state` is set here, from the journal.
 */
class HotList extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLSelectElement) this.filter();
    });
    journal().listen(() => void this.read());
    void this.read();
  }

  private async read(): Promise<void> {
    const about = Map.groupBy(standing(await journal().read()), ({ item }) => item);
    for (const row of this.rows()) row.dataset.state = stateOf(about.get(row.dataset.item ?? "") ?? []);
    this.filter();
  }

  private filter(): void {
    const wanted = [...this.querySelectorAll<HTMLSelectElement>("select[name]")].filter(
      ({ value }) => value !== "",
    );
    const rows = this.rows();
    for (const row of rows) {
      // a row that the reader is marking does not vanish under the hand
      const isHeld = row.contains(document.activeElement) && document.activeElement !== document.body;
      row.hidden = !isHeld && wanted.some(({ name, value }) => row.dataset[name] !== value);
    }
    for (const section of this.querySelectorAll<HTMLElement>("section[data-chapter]"))
      section.hidden = section.querySelector("[data-row]:not([hidden])") === null;
    const seen = rows.filter(({ hidden }) => !hidden).length;
    const { one = "", many = "" } = this.dataset;
    (this.querySelector(".hp-left") as HTMLElement).textContent =
      seen === rows.length ? `${count(seen, one, many)}.` : `${seen} of ${count(rows.length, one, many)}.`;
  }

  private rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-row]")];
  }
}

customElements.define("hot-list", HotList);
