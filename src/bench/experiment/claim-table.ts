/** What is known of a claim in one place: the reader's machine, a record, a model. */
export interface ClaimCell {
  state: "holds" | "does not hold" | "undecided";
  /** "3.5× (3.4× to 3.8×)", "0.3 misses per 1,000"; null if there is none */
  evidence: string | null;
}

export interface ClaimRow {
  /** the sentence */
  says: string;
  /** what is compared, and its bound */
  bound: string;
  /** one for each column */
  cells: ClaimCell[];
}

export interface ClaimColumn {
  name: string;
  /** the machine, or whatever else tells the column from others */
  detail: string;
}

/** Claims as a table, one row each; it scrolls by itself where it is wider than the page. */
export function claimTable(columns: readonly ClaimColumn[], rows: readonly ClaimRow[]): HTMLElement {
  const head = node("tr", "", node("th", "", "What this notebook claims"), ...columns.map(columnHead));
  for (const cell of head.children) cell.setAttribute("scope", "col");
  const table = node("table", "hp-claims", node("thead", "", head), node("tbody", "", ...rows.map(line)));
  const frame = node("div", "hp-table-frame", table);
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Claims");
  return frame;
}

function columnHead({ name, detail }: ClaimColumn): HTMLElement {
  return node("th", "", name, " ", node("span", "hp-claim-evidence", detail));
}

function line({ says, bound, cells }: ClaimRow): HTMLElement {
  const said = node("th", "", capital(says), " ", node("span", "hp-claim-bound", bound));
  said.setAttribute("scope", "row");
  return node("tr", "", said, ...cells.map(claimCell));
}

function claimCell({ state, evidence }: ClaimCell): HTMLElement {
  const cell = node("td", "", node("span", "hp-claim-state", state));
  cell.dataset.state = state;
  if (evidence !== null) cell.append(" ", node("span", "hp-claim-evidence", evidence));
  return cell;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function node(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
