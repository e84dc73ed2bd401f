import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { deserialize, transpile } from "@observablehq/notebook-kit";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { analyse } from "../../src/notebook/compile/analyse/analyse.ts";
import { readNotebook } from "../../src/notebook/compile/read.ts";

const parser = new new JSDOM().window.DOMParser();
const books = globSync("notebooks/*/*.html").sort();
/** Notebooks that import WebAssembly kernels. */
const kernels = ["sums", "shared-number"].map((name) => `tests/fixtures/notebooks/fixtures/${name}.html`);
const files = [...books, ...kernels, ...globSync("tests/fixtures/ordinary/*.html").sort()];

describe.each(files)("%s", (file) => {
  const html = readFileSync(file, "utf8");
  const ours = readNotebook(file, html);
  const theirs = deserialize(html, { parser });

  it("is read as Notebook Kit reads it", () => {
    const cells = ours.cells.map(({ id, mode, value, pinned, hidden, output }) => ({
      id,
      mode,
      value,
      pinned,
      hidden,
      output,
    }));
    expect(cells).toEqual(
      theirs.cells.map(({ id, mode, value, pinned, hidden, output }) => ({
        id,
        mode,
        value,
        pinned,
        hidden,
        output,
      })),
    );
    expect(ours.title).toBe(theirs.title);
  });

  it("has the inputs and outputs that Notebook Kit finds", () => {
    for (const cell of ours.cells) {
      const transpiled = transpile(theirs.cells.find((c) => c.id === cell.id) as never);
      const { inputs, outputs, autodisplay } = analyse(cell);
      expect({ id: cell.id, inputs: inputs.toSorted(), outputs: outputs.toSorted(), autodisplay }).toEqual({
        id: cell.id,
        inputs: [...(transpiled.inputs ?? [])].sort(),
        outputs: [...(transpiled.outputs ?? [])].sort(),
        autodisplay: transpiled.autodisplay ?? false,
      });
    }
  });

  it("keeps every line and column of its code", () => {
    for (const cell of ours.cells.filter((c) => c.mode === "ts" || c.mode === "js")) {
      const { code } = analyse(cell);
      const lines = cell.value.split("\n");
      for (const [i, line] of code.split("\n").entries()) {
        // by UTF-16 units, as editors and engines count columns
        for (const [column, character] of line.split("").entries())
          if (character !== " ")
            expect([i, column, lines[i][column]]).toEqual([
              i,
              column,
              character === ";" && lines[i][column] !== ";" ? lines[i][column] : character,
            ]);
      }
    }
  });
});

it("the Notebook Kit command line builds every notebook of the book unchanged", {
  timeout: 120_000,
}, async () => {
  const out = mkdtempSync(join(tmpdir(), "notebook-kit-"));
  await promisify(execFile)(join("node_modules", ".bin", "notebooks"), [
    "build",
    "--root",
    ".",
    "--out",
    out,
    ...books,
    ...kernels,
  ]);
  for (const book of [...books, ...kernels])
    expect(readFileSync(join(out, book), "utf8")).toContain("<title>");
  const code = globSync("assets/*.js", { cwd: out }).map((file) => readFileSync(join(out, file), "utf8"));
  const withKernel = code.filter((text) => /AGFzbQEAAAA/.test(text));
  expect(withKernel.length, "modules that hold a WebAssembly binary").toBeGreaterThanOrEqual(kernels.length);
});
