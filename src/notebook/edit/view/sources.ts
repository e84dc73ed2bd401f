import type { EditableCell } from "../draft.ts";

/** The code of an editable cell on the page, as the build put it there. */
export interface SourceOnPage {
  cell: EditableCell;
  element: HTMLElement;
  /** true if charts or text of the page use the cell's values as well */
  onPage: boolean;
}

/** Code of all cells of a notebook that may be edited; none where the page shows no code. */
export function sourcesOf(notebook: Element): SourceOnPage[] {
  return [...notebook.querySelectorAll<HTMLElement>("[data-source]")].map((element) => {
    const { source, version = "", name = "", onPage } = element.dataset;
    return { cell: { id: Number(source), version, name }, element, onPage: onPage !== undefined };
  });
}
