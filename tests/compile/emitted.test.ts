import { globSync, readFileSync } from "node:fs";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { analyse } from "../../src/notebook/compile/analyse/analyse.ts";
import { compile } from "../../src/notebook/compile/compile.ts";
import { readerOf } from "../../src/notebook/compile/find.ts";
import { workerPrelude } from "../../src/notebook/compile/prelude.ts";
import { readNotebook } from "../../src/notebook/compile/read.ts";

describe.each(globSync("notebooks/*/*.html"))("the compiled files of %s", async (file) => {
  const html = readFileSync(file, "utf8");
  const { cells, host, worker, experiments } = await compile(file, html, workerPrelude, readerOf("."));
  const code = new Map(readNotebook(file, html).cells.map((cell) => [cell.id, analyse(cell).code]));
  const benched = cells.filter((cell) => cell.kind === "bench");

  it("contain the text of every cell unchanged: what the reader reads is what runs", () => {
    for (const cell of cells) expect(host.code).toContain(code.get(cell.id));
    for (const cell of benched) expect(worker?.code).toContain(code.get(cell.id));
  });

  it("have a worker if and only if something is measured", () => {
    expect(worker !== null).toBe(benched.length > 0);
    expect(experiments.map((e) => e.cell).sort()).toEqual(benched.map((cell) => cell.id).sort());
  });

  it("give every line of a cell its line in the notebook", () => {
    const lines = html.split("\n");
    for (const emitted of [host, worker]) {
      const compiled = emitted?.code.split("\n") ?? [];
      for (const { compiled: from, notebook, count } of emitted?.lines ?? []) {
        for (let i = 0; i < count; ++i) {
          const words = (compiled[from - 1 + i].match(/\w+/g) ?? []).filter((word) => word !== "md");
          expect(lines[notebook - 1 + i].match(/\w+/g) ?? []).toEqual(expect.arrayContaining(words));
        }
      }
    }
  });

  it("are classic scripts without imports in the worker, so that a sandbox can start them from text", () => {
    if (!worker) return;
    expect(() => new Script(worker.code)).not.toThrow();
    expect(worker.code).not.toMatch(/\bimport\.meta\b|\bimport\(/);
  });
});

describe("the worker of a notebook", () => {
  const notebook = (cells: string[]) =>
    `<notebook><title>A</title>${cells.map((cell) => `<script type="text/x-typescript">\n    ${cell}\n  </script>`).join("")}</notebook>`;

  it("gets the pure cells that its experiment needs and no others, and the host values at the edge", async () => {
    const html = notebook([
      "const unused = 1;",
      "const base = 2;",
      "const twice = (x: number) => base * x;",
      "const n = view(Inputs.range([0, 9]));",
      'import { experiment } from "#bench"; const run = view(experiment({ params: { n }, variants: { a: () => twice(n) } }));',
      "display(run);",
    ]);
    const { cells, worker, host } = await compile("a.html", html, async () => "");
    expect(cells.map((cell) => cell.kind)).toEqual(["pure", "pure", "pure", "host", "bench", "host"]);
    expect(worker?.code).not.toContain("unused");
    expect(worker?.code).toContain("const base = 2;");
    expect(worker?.code).not.toContain("Inputs");
    expect(host.code).toContain('"captures":["n"],"experiment":"run"');
  });

  it("gets host values that only a pure cell of it uses: the page has them at hand", async () => {
    const html = notebook([
      "const n = view(Inputs.range([0, 9]));",
      "const half = () => n / 2;",
      'import { experiment } from "#bench"; const run = view(experiment({ variants: { a: () => half() } }));',
    ]);
    const { host } = await compile("a.html", html, async () => "");
    expect(host.code).toMatch(/"inputs":\["view","half","n"\].*"captures":\["n"\]/);
  });

  it("changes its hash with the measured code and with nothing else", async () => {
    const bench =
      'import { experiment } from "#bench"; const run = view(experiment({ variants: { a: () => f() } }));';
    const hash = async (cells: string[]) =>
      (await compile("a.html", notebook(cells), async () => "")).experiments[0].hash;
    const first = await hash(["const f = () => 1;", bench, "display(run);"]);
    expect(await hash(["const f = () => 1;", bench, "display([run]);"])).toBe(first);
    expect(await hash(["const f = () => 2;", bench, "display(run);"])).not.toBe(first);
  });

  it("lets one cell import the experiment for all others, as Notebook Kit does", async () => {
    const html = notebook([
      'import { experiment } from "#bench";',
      "const a = view(experiment({ variants: { x: () => 1 } }));",
      "const b = view(experiment({ variants: { y: () => 1 } }));",
    ]);
    const { experiments } = await compile("a.html", html, async () => "");
    expect(experiments.map((e) => e.name)).toEqual(["a", "b"]);
  });
});
