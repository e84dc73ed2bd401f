import { execFile } from "node:child_process";
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { deserialize, serialize } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";
import { describe, expect, it, onTestFinished } from "vitest";
import { compileBook } from "../../src/notebook/compile/book.ts";
import { readNotebook } from "../../src/notebook/compile/read.ts";
import { kernelData } from "../../src/notebook/compile/wasm/kernel.ts";
import { notebookHtml, observableHtml } from "../../src/notebook/share/export/notebook-html.ts";
import type { KernelData } from "../../src/notebook/wasm/data.ts";

const { window } = new JSDOM();
const parser = new window.DOMParser();
const files = globSync(["notebooks/*/*.html", "tests/fixtures/*/**/*.html"]).sort();

/** What the page knows of a notebook. */
function read(html: string) {
  const { title, theme, cells } = readNotebook("a.html", html);
  return { title, theme, cells, kernels: [] };
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

describe("the Notebook Kit command line builds", { timeout: 120_000 }, () => {
  /** Builds files of a folder, and gives the code that it makes. */
  async function build(root: string, files: string[]): Promise<string[]> {
    const out = mkdtempSync(join(tmpdir(), "downloaded-"));
    onTestFinished(() => rmSync(out, { recursive: true }));
    await promisify(execFile)(
      resolve("node_modules/.bin/notebooks"),
      ["build", "--root", root, "--out", out, ...files],
      { cwd: root },
    );
    for (const file of files) expect(readFileSync(join(out, file), "utf8")).toContain("<title>");
    return globSync("assets/*.js", { cwd: out }).map((file) => readFileSync(join(out, file), "utf8"));
  }

  function folderIn(parent: string): string {
    mkdirSync(parent, { recursive: true });
    const folder = mkdtempSync(join(parent, "downloaded-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return folder;
  }

  const sources = globSync("notebooks/*/*.html");
  const books = sources.map((file) => read(readFileSync(file, "utf8")));

  it("every notebook of the book with a change in it, beside the kernels of its chapter", async () => {
    const folder = folderIn(".notebooks");
    for (const kernel of globSync("notebooks/*/*.{as.ts,wat}")) {
      mkdirSync(join(folder, dirname(kernel)), { recursive: true });
      cpSync(kernel, join(folder, kernel));
    }
    const files = books.map((notebook, i) => {
      const code = notebook.cells.filter(({ mode }) => mode === "ts");
      const pure = code.find(({ value }) => /^function/m.test(value)) ?? code[0];
      const text = `${pure?.value}\nconst note${i} = "changed </script> <!-- <script>";`;
      const path = join(folder, dirname(sources[i]), `${i}.html`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, notebookHtml(notebook, new Map([[pure?.id ?? 0, text]])));
      return path;
    });
    const code = await build(".", files);
    expect(code.filter((text) => /changed <\\?\/script>/.test(text))).toHaveLength(books.length);
  });

  it("every notebook of the book as it is saved for Observable, in a folder of its own", async () => {
    const folder = folderIn(tmpdir());
    // the kit is installed there, and nothing tells it of this book
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    const library = new URL("https://hotpath.example/lib/notebook.js");
    const compiled = await compileBook(process.cwd());
    const files = compiled.map(({ title, theme, cells, kernels }, i) => {
      const notebook = { title, theme, cells, kernels: kernels.map(kernelData) };
      writeFileSync(join(folder, `${i}.html`), observableHtml(notebook, new Map(), library));
      return `${i}.html`;
    });
    const code = (await build(folder, files)).join("\n");
    expect(code).toContain(library.href);
    expect(code).not.toMatch(/["']#(bench|charts|simulate)["']/);
    expect(code.match(/\bspecifier:/g)?.length).toBe(compiled.flatMap(({ kernels }) => kernels).length);
  });
});

it("a notebook for Observable keeps the reader's changes, and prose that speaks of imports", () => {
  const cell = { mode: "ts" as const, pinned: false, hidden: false, output: undefined };
  const notebook = {
    ...{ title: "t", theme: "air", kernels: [] },
    cells: [
      { ...cell, id: 1, value: "import { a } from '#charts';" },
      { ...cell, id: 2, value: "x" },
      { ...cell, id: 3, mode: "md" as const, value: 'Write `from "#bench"`.' },
    ],
  };
  const library = new URL("https://hotpath.example/lib/notebook.js");
  const html = observableHtml(notebook, new Map([[2, 'import {b} from "#bench";']]), library);
  expect(read(html).cells.map(({ value }) => value)).toEqual([
    `import { a } from "${library.href}";`,
    `import {b} from "${library.href}";`,
    'Write `from "#bench"`.',
  ]);
});

it("a notebook for Observable opens its kernels under the names that its cells give them", () => {
  const cell = { mode: "ts" as const, pinned: false, hidden: false, output: undefined };
  const kernel: KernelData = {
    ...{ specifier: "./sum.as.ts", file: "notebooks/a/sum.as.ts", binary: "AGFzbQEAAAA=" },
    ...{ exports: { sum: "function" as const }, memory: null, features: [] },
  };
  const value = 'import { memory, sum as add } from "./sum.as.ts";\nimport { b } from "./other.js";';
  const notebook = { title: "t", theme: "air", kernels: [kernel], cells: [{ ...cell, id: 1, value }] };
  const library = new URL("https://hotpath.example/lib/notebook.js");
  const [{ value: written }] = read(observableHtml(notebook, new Map(), library)).cells;
  expect(written.split("\n")).toEqual([
    expect.stringMatching(/^const \{ memory, sum: add \} = await import\("https:.*AGFzbQEAAAA=.*\);$/),
    'import { b } from "./other.js";',
  ]);
});
