import { createContext, Script } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import type { Reply } from "../../../src/bench/worker/worker.ts";
import { compile } from "../../../src/notebook/compile/compile.ts";
import { NotebookErrors } from "../../../src/notebook/compile/error.ts";
import { workerPrelude } from "../../../src/notebook/compile/prelude.ts";
import { COMPILER_MS } from "./kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

const file = "notebooks/loops/example.html";
const double = "export function double(x: i32): i32 { return x * 2; }";
const triple =
  '(module (func (export "triple") (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3))))';
const files: Record<string, string> = {
  "notebooks/loops/double.as.ts": double,
  "notebooks/loops/triple.wat": triple,
  "notebooks/loops/broken.wat": "(module",
};

const bench = [
  'import { experiment } from "#bench";',
  "const run = view(experiment({ setup: () => 21, variants: { a: (x: number) => double(x) } }));",
];

function notebook(...cells: string[][]): string {
  const scripts = cells.map(
    (lines) =>
      `  <script type="text/x-typescript">\n${lines.map((line) => `    ${line}`).join("\n")}\n  </script>`,
  );
  return `<!doctype html>\n<notebook theme="air">\n  <title>Example</title>\n${scripts.join("\n")}\n</notebook>\n`;
}

const compiled = (html: string, changed: Record<string, string> = {}, prelude = async (_: string[]) => "") =>
  compile(file, html, prelude, (path) => ({ ...files, ...changed })[path]);

async function messages(html: string): Promise<string[]> {
  return compiled(html).then(
    () => [],
    (error) => {
      if (error instanceof NotebookErrors) return error.message.split("\n");
      throw error;
    },
  );
}

describe("a notebook that imports kernels", () => {
  const html = notebook(
    ['import { double } from "./double.as.ts";'],
    ['import { triple } from "./triple.wat";', "display(triple(1));"],
    bench,
  );

  it("knows them, which cell shows them, and what they ask of a browser", async () => {
    const { kernels, cells } = await compiled(html);
    expect(kernels.map(({ file }) => file)).toEqual([
      "notebooks/loops/double.as.ts",
      "notebooks/loops/triple.wat",
    ]);
    expect(cells.map((cell) => cell.kernels)).toEqual([["./double.as.ts"], ["./triple.wat"], []]);
    expect(cells.map(({ kind }) => kind)).toEqual(["pure", "host", "bench"]);
    expect(cells.map(({ needs }) => needs)).toEqual([["wasm"], ["wasm"], ["wasm"]]);
  });

  it("puts into its worker the kernels that the experiment uses, and no others, and asks for what opens them", async () => {
    const asked: string[][] = [];
    const { worker, kernels } = await compiled(html, {}, async (libraries) => {
      asked.push(libraries);
      return "";
    });
    expect(asked).toEqual([["#kernels"]]);
    expect(worker?.code).toContain(kernels[0].binary);
    expect(worker?.code).not.toContain(kernels[1].binary);
  });

  it("has a worker that is one classic script, needs no network and calls the kernel", async () => {
    const { worker } = await compiled(html, {}, workerPrelude);
    const replies: Reply[] = [];
    const scope = createContext({
      ...{ atob, performance, setTimeout, TextDecoder },
      postMessage: (reply: Reply) => replies.push(reply),
    });
    new Script(worker?.code ?? "").runInContext(scope);
    const job = { kind: "trial", variant: "a", seed: 1, mayWait: false };
    await scope.onmessage({ data: { job, captures: { cell: 3, values: {} } } });
    expect(replies).toEqual([
      expect.objectContaining({ type: "done", run: expect.objectContaining({ answer: expect.anything() }) }),
    ]);
    expect(JSON.stringify(replies)).toContain('"preview":"42"');
  });

  it("has stale records after a change to a kernel that is measured, or to what is imported of it", async () => {
    const hash = async (text: string, changed: Record<string, string> = {}) =>
      (await compiled(text, changed)).experiments[0].hash;
    const first = await hash(html);
    expect(await hash(html)).toBe(first);
    expect(await hash(html, { "notebooks/loops/double.as.ts": `${double}\n// faster` })).not.toBe(first);
    expect(await hash(html, { "notebooks/loops/triple.wat": `${triple}\n;; faster` })).toBe(first);
    const both = { "notebooks/loops/double.as.ts": `${double} ${double.replace("double", "twice")}` };
    const other = html.replace("{ double }", "{ twice as double }");
    expect(await hash(other, both)).not.toBe(await hash(html, both));
  });

  it("has the hash that it had before there were kernels if it imports none", async () => {
    const { experiments } = await compiled(
      notebook([bench[0], "const run = view(experiment({ variants: { a: () => 1 } }));"]),
    );
    expect(experiments[0].hash).toBe("ff53b3b7e16e3360");
  });
});

describe("a mistake in the import of a kernel is said at its place in the notebook", () => {
  const cases: [string, string, string, RegExp][] = [
    [
      "an export that does not exist",
      'import { double, treble } from "./double.as.ts";',
      `${file}:5:22`,
      /“\.\/double\.as\.ts” does not export “treble”\. It exports memory, double, instantiate|It exports double, memory, instantiate/,
    ],
    [
      "a default import",
      'import double from "./double.as.ts";',
      `${file}:5:5`,
      /has no default export\. It exports/,
    ],
    [
      "a file that is not there",
      'import { half } from "./half.as.ts";',
      `${file}:5:27`,
      /there is no file notebooks\/loops\/half\.as\.ts\. Write it, or correct the name/,
    ],
    [
      "a kernel of another folder",
      'import { half } from "../other/half.as.ts";',
      `${file}:5:26`,
      /cannot be imported\. A notebook may import .*a kernel that lies beside it/,
    ],
    [
      "a kernel that does not compile, which has a place of its own",
      'import { f } from "./broken.wat";',
      "notebooks/loops/broken.wat:1:8",
      /unexpected token "?EOF"?/,
    ],
  ];
  it.each(cases)("%s", async (_, line, at, says) => {
    const all = await messages(notebook([line]));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatch(says);
    expect(all[0].slice(0, all[0].indexOf(": "))).toBe(at);
  });
});
