import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { NotebookError, type Position } from "./error.ts";

export type Mode = "js" | "ts" | "md" | "html" | "tex";

/** A cell as written, and where it stands in the file. */
export interface SourceCell {
  id: number;
  mode: Mode;
  /** the text without its indentation of four spaces, as Notebook Kit reads it */
  value: string;
  /** true if the source is shown */
  pinned: boolean;
  hidden: boolean;
  /** name given by an `output` attribute */
  output: string | undefined;
  /** line of the first character of `value` in the file, from 1 */
  line: number;
  /** for each line of `value`, how many characters of indentation were taken off */
  indents: number[];
  /** how messages name it where no file is at hand: a reader edits cells */
  called?: string;
}

export interface SourceNotebook {
  /** path as shown in messages */
  file: string;
  title: string;
  /** how Observable draws it elsewhere; of no effect here */
  theme: string;
  cells: SourceCell[];
}

/** Script types of Notebook Kit that this book runs; the rest are refused by name. */
const modes: Record<string, Mode> = {
  module: "js",
  "text/x-typescript": "ts",
  "text/markdown": "md",
  "text/html": "html",
  "application/x-tex": "tex",
};

const example =
  'Start from: <!doctype html><notebook theme="air"><title>…</title><script type="text/x-typescript">…</script></notebook>';

/**
 * Reads a notebook in Observable Notebook Kit's HTML format, keeping the line of every cell.
 * @throws NotebookError if the file is not a notebook this book can run
 */
export function readNotebook(file: string, html: string): SourceNotebook {
  if (!html.trim()) throw new NotebookError(file, { line: 1, column: 1 }, "the file is empty", example);
  const root = find(parse(html, { sourceCodeLocationInfo: true }), "notebook");
  if (!root) throw new NotebookError(file, { line: 1, column: 1 }, "there is no <notebook> element", example);
  if (!root.sourceCodeLocation?.endTag) {
    // an open cell swallows the end of the notebook
    const open = root.childNodes.findLast((node) => "tagName" in node && !node.sourceCodeLocation?.endTag);
    throw open
      ? notClosed(file, open.nodeName, at(open as Tree.Element))
      : notClosed(file, "notebook", at(root));
  }
  const ids = new Set<number>();
  const cells: SourceCell[] = [];
  let title: string | undefined;
  for (const node of root.childNodes) {
    if (node.nodeName === "#comment") continue;
    if (node.nodeName === "#text") {
      const text = (node as Tree.TextNode).value;
      if (text.trim())
        throw new NotebookError(
          file,
          textStart(node as Tree.TextNode),
          `text outside a cell: “${text.trim().slice(0, 30)}”`,
          'Put it in <script type="text/markdown">…</script>',
        );
      continue;
    }
    const element = node as Tree.Element;
    if (!element.sourceCodeLocation?.endTag) throw notClosed(file, element.tagName, at(element));
    if (element.tagName === "title") title = textOf(element).trim();
    else if (element.tagName === "script") cells.push(readCell(file, element, ids));
    else
      throw new NotebookError(
        file,
        at(element),
        `<${element.tagName}> is not part of a notebook`,
        'Only <title> and <script> cells are; put HTML in <script type="text/html">…</script>',
      );
  }
  if (!title)
    throw new NotebookError(
      file,
      at(root),
      "the notebook has no title",
      "Add <title>What it shows</title> as its first element",
    );
  if (cells.length === 0)
    throw new NotebookError(
      file,
      at(root),
      "the notebook has no cells",
      'Add <script type="text/x-typescript">…</script>',
    );
  const theme = root.attrs.find(({ name }) => name === "theme")?.value ?? "air";
  return { file, title, theme, cells };
}

function readCell(file: string, element: Tree.Element, ids: Set<number>): SourceCell {
  const attribute = (name: string) => element.attrs.find((a) => a.name === name)?.value;
  const type = attribute("type") ?? "module";
  const mode = modes[type];
  if (!mode)
    throw new NotebookError(
      file,
      at(element),
      `cells of type “${type}” do not run in this book`,
      `Use one of ${Object.keys(modes).join(", ")}`,
    );
  const text = textOf(element);
  const lines = text.split("\n");
  const nested = lines.findIndex((line, i) => i > 0 && /^\s{0,3}<script\b/i.test(line));
  if (nested >= 0)
    throw new NotebookError(
      file,
      at(element),
      `this cell is not closed before the next one starts on line ${lineOf(element) + nested}`,
      "Close it with </script>",
    );
  if (blank(lines[lines.length - 1])) lines.pop();
  const skipped = lines.length > 0 && blank(lines[0]) ? 1 : 0;
  lines.splice(0, skipped);
  const dedented = lines.map((line) => line.replace(/^ {4}/, ""));
  const value = dedented.join("\n").replace(/<\\(?=\\*\/script(\s|>))/gi, "<");
  return {
    id: freshId(attribute("id"), ids),
    mode,
    value,
    pinned: attribute("pinned") !== undefined,
    hidden: attribute("hidden") !== undefined,
    output: attribute("output"),
    line: lineOf(element) + skipped,
    indents: lines.map((line, i) => line.length - dedented[i].length),
  };
}

/** Notebook Kit's rule: a missing or repeated id becomes the next number after the largest so far. */
function freshId(attribute: string | undefined, ids: Set<number>): number {
  let id = Math.floor(Number(attribute));
  if (!Number.isFinite(id) || id <= 0 || ids.has(id)) id = Math.max(0, ...ids) + 1;
  ids.add(id);
  return id;
}

function notClosed(file: string, tag: string, position: Position): NotebookError {
  return new NotebookError(file, position, `<${tag}> is not closed`, `Add </${tag}>`);
}

function find(node: Tree.ParentNode, tag: string): Tree.Element | undefined {
  for (const child of node.childNodes) {
    if (!("tagName" in child)) continue;
    const found = child.tagName === tag ? child : find(child, tag);
    if (found) return found;
  }
  return undefined;
}

function textOf(element: Tree.Element): string {
  return element.childNodes.map((c) => ("value" in c ? c.value : "")).join("");
}

function at(element: Tree.Element): Position {
  const start = element.sourceCodeLocation;
  return { line: start?.startLine ?? 1, column: start?.startCol ?? 1 };
}

function textStart(node: Tree.TextNode): Position {
  const lines = node.value.slice(0, node.value.search(/\S/)).split("\n");
  const start = node.sourceCodeLocation;
  const column = lines.length === 1 ? (start?.startCol ?? 1) : 1;
  return {
    line: (start?.startLine ?? 1) + lines.length - 1,
    column: column + lines[lines.length - 1].length,
  };
}

function lineOf(element: Tree.Element): number {
  return element.sourceCodeLocation?.startTag?.endLine ?? 1;
}

function blank(line: string): boolean {
  return /^\s*$/.test(line);
}
