import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deserialize, serialize } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";
import { describe, expect, it, onTestFinished } from "vitest";
import { readNotebook } from "../../src/notebook/compile/read.ts";
import { notebookHtml } from "../../src/notebook/share/export/notebook-html.ts";

const { window } = new JSDOM();
const parser = new window.DOMParser();
const files = globSync(["notebooks/*/*.html", "tests/fixtures/*/**/*.html"]).sort();

/** What the page knows of a notebook. */
function read(html: string) {
  const { title, theme, cells } = readNotebook("a.html", html);
  return { title, theme, cells };
}

describe.each(files)("%s", (file) => {
  const html = readFileSync(file, "utf8");

  it("without changes is written as Notebook Kit writes it", () => {
    const theirs = serialize(deserialize(html, { parser }), { document: window.document });
    expect(notebookHtml(read(html), new Map())).toBe(theirs);
  });

  it("keeps a change, whatever its text, and every other cell", () => {
    for (const text of [
      "",
      "a </script> b",
      "a <\\/script> b",
      "x\r\ny",
      "  \n    two\n\n",
      '"<!-- <script>"',
    ]) {
      const notebook = read(html);
      const { id } = notebook.cells[0];
      const written = read(notebookHtml(notebook, new Map([[id, text]])));
      const [changed, ...rest] = written.cells;
      const lines = text.replaceAll("\r\n", "\n").replace(/^ *$/gm, "");
      expect(changed.value.replaceAll("<\\!--", "<!--").trim()).toBe(lines.trim());
      expect(rest.map(({ value }) => value)).toEqual(notebook.cells.slice(1).map(({ value }) => value));
    }
  });
});

it("the Notebook Kit command line builds every notebook of the book with a change in it", {
  timeout: 120_000,
}, async () => {
  // beside this book's package.json, whose imports it uses
  mkdirSync(".notebooks", { recursive: true });
  const folder = mkdtempSync(join(".notebooks", "downloaded-"));
  const out = mkdtempSync(join(tmpdir(), "downloaded-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    rmSync(out, { recursive: true });
  });
  const books = globSync("notebooks/*/*.html");
  const changed = books.map((file, i) => {
    const notebook = read(readFileSync(file, "utf8"));
    const pure = notebook.cells.find(({ mode, value }) => mode === "ts" && /^function/m.test(value));
    const text = `${pure?.value}\nconst note${i} = "changed </script> <!-- <script>";`;
    const path = join(folder, `${i}.html`);
    writeFileSync(path, notebookHtml(notebook, new Map([[pure?.id ?? 0, text]])));
    return path;
  });
  await promisify(execFile)(join("node_modules", ".bin", "notebooks"), [
    "build",
    "--root",
    ".",
    "--out",
    out,
    ...changed,
  ]);
  for (const file of changed) expect(readFileSync(join(out, file), "utf8")).toContain("<title>");
  const code = globSync("assets/*.js", { cwd: out }).map((file) => readFileSync(join(out, file), "utf8"));
  expect(
    code.filter((text) => text.includes("changed <\\/script>") || text.includes("changed </script>")),
  ).toHaveLength(books.length);
});
