import { element } from "./element.ts";

export interface Column {
  /** heading, with the unit where there is one */
  head: string;
  /** numbers are set flush right */
  number?: boolean;
}

/** A table of numbers; each row's first cell names the row. Scrolls by itself where it is wider than the page. */
export function numberTable(
  title: string,
  columns: readonly Column[],
  rows: readonly string[][],
): HTMLElement {
  const flush = (i: number): Record<string, string> => (columns[i].number ? { class: "hp-number" } : {});
  const heads = columns.map(({ head }, i) => element("th", { scope: "col", ...flush(i) }, head));
  const lines = rows.map(([first, ...rest]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row", ...flush(0) }, first),
      ...rest.map((cell, i) => element("td", flush(i + 1), cell)),
    ),
  );
  const table = element(
    "table",
    { "aria-label": title },
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...lines),
  );
  // can be focused, so that the keyboard can scroll it
  return element("div", { class: "hp-numbers", tabindex: "0", role: "group", "aria-label": title }, table);
}

/** The numbers of a figure, folded away under "Table". */
export function tableView(title: string, columns: Column[], rows: string[][]): HTMLElement {
  return element(
    "details",
    { class: "hp-table" },
    element("summary", {}, "Table"),
    numberTable(title, columns, rows),
  );
}
