import type { ManifestCell } from "../../compile/write.ts";
import type { KernelData } from "../../wasm/data.ts";

/** A notebook as it is written. */
export interface Written {
  title: string;
  theme: string;
  cells: Pick<ManifestCell, "id" | "mode" | "value" | "pinned" | "hidden" | "output">[];
  /** what its cells import of WebAssembly */
  kernels: readonly KernelData[];
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
 * In the folder of its chapter in this book the kit's own command line builds it: `#bench`, `#simulate` and `#charts` are known there, and
 * its kernels lie beside it.
 */
export function notebookHtml(
  { title, theme, cells }: Omit<Written, "kernels">,
  edits: ReadonlyMap<number, string>,
): string {
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
 * cells: they import the module that the site serves, and a kernel (`./sum.as.ts`) is a string in the cell that imports it. An
 * experiment needs a page of the book to run on.
 * @param library address of `lib/notebook.js`
 */
export function observableHtml(notebook: Written, edits: ReadonlyMap<number, string>, library: URL): string {
  const ofBook = /(\bfrom\s*)(["'])#(?:bench|charts|simulate)\2/g;
  const cells = notebook.cells.map((cell) => {
    const text = edits.get(cell.id) ?? cell.value;
    const isCode = cell.mode === "ts" || cell.mode === "js";
    if (!isCode) return { ...cell, value: text };
    const linked = text.replace(ofBook, `$1"${library.href}"`);
    return { ...cell, value: withKernels(linked, notebook.kernels, library) };
  });
  return notebookHtml({ ...notebook, cells }, new Map());
}

/** Opens kernels where a cell imports them, under the names that it gives them. */
function withKernels(text: string, kernels: readonly KernelData[], library: URL): string {
  const imports = /\bimport\s*\{([^}]*)\}\s*from\s*(["'])(\.[^"']+)\2;?/g;
  return text.replace(imports, (whole, names: string, _, specifier: string) => {
    const kernel = kernels.find((one) => one.specifier === specifier);
    if (!kernel) return whole;
    const pattern = names.replace(/\s+as\s+/g, ": ").trim();
    const open = `import("${library.href}").then(({ openKernel }) => openKernel(${JSON.stringify(kernel)}))`;
    return `const { ${pattern} } = await ${open};`;
  });
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
