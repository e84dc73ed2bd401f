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
 *
 * What this file can do elsewhere: beside this book's package.json the kit's command line builds it, since `#bench`, `#simulate`,
 * `#charts` and kernels (`./sum.as.ts`) are found there. Observable Desktop opens it, shows prose and code and runs what imports
 * nothing of this book. observablehq.com has no import of notebook files, so there is no address to open one at.
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
