import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { type Compiled, compile } from "../../src/notebook/compile/compile.ts";
import { replaceWorkerCells } from "../../src/notebook/compile/emit.ts";
import { readerOf } from "../../src/notebook/compile/find.ts";
import { workerPrelude } from "../../src/notebook/compile/prelude.ts";
import { kernelData } from "../../src/notebook/compile/wasm/kernel.ts";
import { compileEdits, type Editable } from "../../src/notebook/edit/compile/compile-edits.ts";
import { lineAt } from "../../src/notebook/edit/mistake.ts";
import { locate } from "../../src/notebook/run/failures/locate.ts";

const notebooks = "tests/fixtures/notebooks/fixtures";

async function compiled(file: string): Promise<Compiled & Editable> {
  const notebook = await compile(file, readFileSync(file, "utf8"), workerPrelude, readerOf("."));
  return { ...notebook, kernels: notebook.kernels.map((kernel) => ({ ...kernel, ...kernelData(kernel) })) };
}

const editable = await compiled(`${notebooks}/editable.html`);
const sums = await compiled(`${notebooks}/sums.html`);

/** Mistakes as "line:column message". */
function mistakes(notebook: Editable, edits: Record<number, string>): string[] {
  const map = new Map(Object.entries(edits).map(([id, text]) => [Number(id), text]));
  return compileEdits(notebook, map).mistakes.map(({ cell, offset, message }) => {
    const { line, column } = lineAt(map.get(cell) ?? "", offset);
    return `${cell}:${line}:${column} ${message}`;
  });
}

describe("edits of a notebook", () => {
  test.each([
    "notebooks/branches/sorted-vs-random.html",
    `${notebooks}/editable.html`,
    `${notebooks}/sums.html`,
  ])("that change nothing give the worker that the build wrote: %s", async (file) => {
    const notebook = await compiled(file);
    const edits = new Map(notebook.cells.map(({ id, value }) => [id, value]));
    const { mistakes, experiments } = compileEdits(notebook, edits);
    expect(mistakes).toEqual([]);
    const built = notebook.worker?.code ?? "";
    expect(replaceWorkerCells(built, experiments).code).toBe(built);
  });

  test("touch only the experiments whose worker evaluates the cell", async () => {
    const notebook = await compiled("notebooks/branches/sorted-vs-random.html");
    const touched = (id: number) =>
      compileEdits(
        notebook,
        new Map([[id, `${notebook.cells.find((c) => c.id === id)?.value}\n`]]),
      ).experiments.map(({ name }) => name);
    expect(touched(2)).toEqual(["order", "probability"]);
    expect(touched(8)).toEqual(["probability"]);
    expect(touched(6)).toEqual(["order"]);
  });

  test("find their references anew: other cells, host values, libraries that the worker has", () => {
    const text = "function again(n: number) { return once(n) + inWords(n).length; }";
    const { mistakes, experiments } = compileEdits(editable, new Map([[3, text]]));
    expect(mistakes).toEqual([]);
    expect(experiments[0].pure.map(({ source }) => source.id)).toEqual([4, 2, 3]);
    const bench = editable.cells
      .find(({ id }) => id === 7)
      ?.value.replace("setup: ({ n }) => n", "setup: () => 1000");
    const without = compileEdits(editable, new Map([[7, (bench ?? "").replace("{ n, unit }", "{ unit }")]]));
    expect(without.mistakes).toEqual([]);
    expect(without.experiments[0].captures).toEqual([]);
  });

  test("keep their lines and columns in the worker's script, so that stacks lead back to them", () => {
    const text = "function again(n: number): number {\n  const x: number = n;\n  throw new Error(`${x}`);\n}";
    const { experiments } = compileEdits(editable, new Map([[3, text]]));
    const { code, lines } = replaceWorkerCells(editable.worker?.code ?? "", experiments);
    expect(() => new Script(code)).not.toThrow();
    const line = code.split("\n").findIndex((l) => l.includes("throw new Error(`${x}`)")) + 1;
    expect(locate(`at again (sandbox.js:${line}:9)`, "sandbox.js", lines)).toEqual({
      cell: 3,
      line: 3,
      column: 9,
    });
  });
});

describe("what cannot run is refused in words, at its place", () => {
  test.each<[string, Record<number, string>, RegExp]>([
    ["a syntax error", { 3: "let a;\nlet b: = 1;" }, /^3:2:8 Syntax error: unexpected token\./],
    ["an enum", { 3: "enum again { A }" }, /^3:1:1 TypeScript enum is not supported\. Use what erases/],
    [
      "a name that nobody declares",
      { 3: "const again = (n: number) => onse(n);" },
      /^3:1:30 “onse” is not defined\. Did you mean “once”\?/,
    ],
    [
      "a name that another cell has",
      { 3: "const again = 1, once = 2;" },
      /^3:1:18 “once” is already defined by the cell “once”\. Rename/,
    ],
    [
      "a cell that declares nothing",
      { 3: "1 + 1" },
      /^3:1:1 This cell declares nothing any more\. Declare again,/,
    ],
    [
      "a cell that draws",
      { 3: "const again = document.title;" },
      /^3:1:1 This cell is evaluated in a worker, where “document” does not exist\./,
    ],
    [
      "display",
      { 3: "const again = display(1);" },
      /^3:1:15 This cell is evaluated in a worker, where “display” does not exist\./,
    ],
    ["a name that others miss", { 3: "const another = 1;" }, /“again” is not defined/],
    [
      "cells in a circle",
      { 2: "const once = () => again(1);", 3: "const again = () => once();" },
      /need each other in a circle: the cell “again” → the cell “once”/,
    ],
    [
      "a library that the worker lacks",
      { 3: 'import { run } from "#simulate";\nconst again = run;' },
      /^3:1:1 The worker of this notebook does not have “#simulate”\. It has none;/,
    ],
    [
      "a library that nobody has",
      { 3: 'import x from "npm:lodash";\nconst again = x;' },
      /^3:1:15 “npm:lodash” cannot be imported\./,
    ],
    ["a dynamic import", { 3: 'const again = () => import("x");' }, /^3:1:21 import\(…\) cannot be followed/],
    [
      "another name for the experiment",
      {
        7: 'import { experiment } from "#bench";\nconst other = view(experiment({ variants: { a: () => 1 } }));',
      },
      /^7:2:7 The charts of this notebook show “loops”\./,
    ],
    [
      "a second experiment",
      { 3: 'import { experiment } from "#bench";\nconst again = experiment({ variants: { a: () => 1 } });' },
      /^3:1:10 An experiment can stand only where the notebook has one\./,
    ],
    ["no experiment", { 7: "const loops = 1;" }, /^7:1:1 This cell declares nothing any more|^7:/],
  ])("%s", (_, edits, expected) => {
    const found = mistakes(editable, edits);
    expect(found.join("\n")).toMatch(expected);
    for (const line of found) expect(line).toMatch(/[.?]$/);
  });

  test.each([
    [
      "more text than a cell can have",
      `const again = "${"x".repeat(30_000)}";`,
      /has 30,01\d characters; it may have 20,000/,
    ],
    [
      "more angle brackets than can be read in a moment",
      `const again = ${"a < ".repeat(2000)} 1;`,
      /has 2,000 times “<”/,
    ],
    [
      "nesting without end",
      `const again = ${"(".repeat(9000)}1${")".repeat(9000)};`,
      /^3:1:\d+ Syntax error/,
    ],
  ])("%s", (_, text, expected) => {
    expect(mistakes(editable, { 3: text }).join()).toMatch(expected);
  });

  test("an export that a kernel does not have", () => {
    const text = 'import { memory, product } from "./sum.as.ts";\nconst place = product, used = memory;';
    expect(mistakes(sums, { 2: text })).toEqual([
      expect.stringMatching(
        /^2:1:1 “\.\/sum\.as\.ts” does not export “product”\. It exports .*sum.*instantiate\.$/,
      ),
    ]);
  });

  test("every syntax error is told before anything else is", () => {
    expect(mistakes(editable, { 2: "let a: = 1", 3: "let b: = 1" })).toHaveLength(2);
  });
});
