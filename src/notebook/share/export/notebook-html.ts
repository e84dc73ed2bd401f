import type { ManifestCell } from "../../compile/write.ts";

/** A notebook as it is written. */
export interface Written {
  title: string;
  theme: string;
  cells: Pick<ManifestCell, "id" | "mode" | "value" | "pinned" | "hidden" | "output">[];
}

const types = {
  js: "module",
  ts: "text/x-typescript",
  md: "text/markdown",
  html: "text/html",
  tex: "application/x-tex",
};

/**
 * The notebook as a file of Observable Notebook Kit, written as its `serialize` writes it, with the reader's changes in it.
 * Beside this book's package.json the kit's own command line builds it: `#bench`, `#simulate` and `#charts` are known there.
 */
export function notebookHtml({ title, theme, cells }: Written, edits: ReadonlyMap<number, string>): string {
  const scripts = cells.map(({ id, mode, value, pinned, hidden, output }) => {
    const attributes = [
      `id="${id}"`,
      `type="${types[mode]}"`,
      ...(pinned ? ['pinned=""'] : []),
      ...(hidden ? ['hidden=""'] : []),
      ...(output ? [`output="${escapeText(output)}"`] : []),
    ];
    return `  <script ${attributes.join(" ")}>${indent(escapeScript(edits.get(id) ?? value))}</script>\n`;
  });
  const head = `<!doctype html>\n<notebook theme="${escapeText(theme)}">\n  <title>${escapeText(title)}</title>\n`;
  return `${head}${scripts.join("")}</notebook>\n`;
}

/**
 * The same for Observable. observablehq.com has no import of notebook files, so no address can open one there: Observable
 * Desktop opens this file, and `npx notebooks preview` shows it. What the book's package.json says elsewhere stands in the
 * cells: they import the module that the site serves. A kernel (`./sum.as.ts`) is not known there, and an experiment
 * needs a page of the book to run on.
 * @param library address of `lib/notebook.js`
 */
export function observableHtml(notebook: Written, edits: ReadonlyMap<number, string>, library: URL): string {
  const ofBook = /(\bfrom\s*)(["'])#(?:bench|charts|simulate)\2/g;
  const cells = notebook.cells.map((cell) => {
    const text = edits.get(cell.id) ?? cell.value;
    const isCode = cell.mode === "ts" || cell.mode === "js";
    return { ...cell, value: isCode ? text.replace(ofBook, `$1"${library.href}"`) : text };
  });
  return notebookHtml({ ...notebook, cells }, new Map());
}

/**
 * The kit's own escape of an end tag. And `<!--` before `<script` would hide every end tag after it from an HTML parser (HTML,
 * 13.2.5.20, "script data double escaped"): with a backslash it is the same in a string, a template or a regular expression.
 */
function escapeScript(text: string): string {
  const closed = text.replace(/<(?=\\*\/script(\s|>))/gi, "<\\");
  return /<!--[\s\S]*<script/i.test(closed) ? closed.replaceAll("<!--", "<\\!--") : closed;
}

function indent(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  return `\n${lines.map((line) => (line.trim() ? `    ${line}` : "")).join("\n")}\n  `;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
