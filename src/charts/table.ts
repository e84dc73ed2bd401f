import { element } from "./element.ts";

export interface Column {
  /** heading, with the unit where there is one */
  head: string;
  /** numbers are set flush right */
  number?: boolean;
}

/** The numbers of a figure as a table, folded away under "Table". */
export function tableView(title: string, columns: Column[], rows: string[][]): HTMLElement {
  const heads = columns.map(({ head, number }) =>
    element("th", { scope: "col", ...(number && { class: "hp-number" }) }, head),
  );
  const lines = rows.map((cells) => {
    const [first, ...rest] = cells;
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      ...rest.map((cell, i) => element("td", columns[i + 1].number ? { class: "hp-number" } : {}, cell)),
    );
  });
  return element(
    "details",
    { class: "hp-table" },
    element("summary", {}, "Table"),
    // wider than a phone: scrolls by itself, and by keyboard
    element(
      "div",
      { class: "hp-scroll", tabindex: "0", role: "group", "aria-label": title },
      element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lines)),
    ),
  );
}
