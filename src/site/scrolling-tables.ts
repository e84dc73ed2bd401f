/** The part of hast that the plugin needs. */
interface Element {
  type: string;
  tagName?: string;
  children?: Element[];
}

interface Context {
  textContent(node: Element): string;
}

/**
 * Markdown plugin: a table that is wider than a phone scrolls inside a frame of its own, which the keyboard can reach.
 * The frame is named by the table's first row.
 */
export const scrollingTables = {
  name: "hot-path-scrolling-tables",
  element: {
    filter: ["table"],
    visit(table: Element, context: Context) {
      const headings = cells(table).map((cell) => context.textContent(cell).trim());
      const label = `Table: ${headings.filter(Boolean).join(", ")}`;
      return {
        type: "element",
        tagName: "div",
        properties: { class: "hp-table-frame", role: "group", tabindex: "0", "aria-label": label },
        children: [table],
      };
    },
  },
};

/** The cells of the table's first row. */
function cells(node: Element): Element[] {
  const children = node.children?.filter((child) => child.type === "element") ?? [];
  return node.tagName === "tr" ? children : children[0] ? cells(children[0]) : [];
}
