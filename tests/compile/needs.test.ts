import { describe, expect, it } from "vitest";
import { compile } from "../../src/notebook/compile/compile.ts";

/** Needs of each cell of a notebook with these cells. */
async function needs(...cells: string[]): Promise<string[][]> {
  const scripts = cells.map((code) => `<script type="text/x-typescript">\n${code}\n</script>`).join("\n");
  const html = `<!doctype html>\n<notebook theme="air">\n<title>Example</title>\n${scripts}\n</notebook>\n`;
  const kernels: Record<string, string> = {
    "notebooks/needs/lanes.wat":
      '(module (func (export "f") (result i32) (i32x4.extract_lane 0 (v128.const i32x4 1 2 3 4))))',
    "notebooks/needs/shared.wat":
      '(module (import "env" "memory" (memory 1 1 shared)) (func (export "g") (result i32) (i32.atomic.load (i32.const 0))))',
  };
  const compiled = await compile(
    "notebooks/needs/example.html",
    html,
    async () => "",
    (path) => kernels[path],
  );
  return compiled.cells.map((cell) => cell.needs);
}

const bench = (body: string) =>
  `import { experiment } from "#bench";\nconst run = view(experiment({ variants: { a: () => ${body} } }));`;

describe("what the cells of a notebook need of a browser", () => {
  it("is nothing for ordinary code, and for atomics on memory of its own", async () => {
    expect(await needs(bench("Atomics.load(new Int32Array(4), 0)"))).toEqual([[]]);
  });

  it.each([
    ["new SharedArrayBuffer(8).byteLength", ["isolation"]],
    [
      "new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.byteLength",
      ["isolation", "wasm"],
    ],
    ["indexedDB.cmp(1, 2)", ["indexeddb"]],
    ["WebAssembly.validate(new Uint8Array()) ? 1 : 0", ["wasm"]],
  ])("follows from what the code uses: %s", async (code, expected) => {
    expect(await needs(bench(code))).toEqual([expected]);
  });

  it("includes what the cells need whose values a cell uses, and spares the others", async () => {
    const cells = [
      "const root = () => navigator.storage.getDirectory();",
      "const twice = () => [root, root];",
      bench("twice().length"),
      "display(1);",
    ];
    expect(await needs(...cells)).toEqual([["opfs"], ["opfs"], ["opfs"], []]);
  });

  it("is not taken from words in comments and strings", async () => {
    expect(await needs('// SharedArrayBuffer\ndisplay("indexedDB");')).toEqual([[]]);
  });

  it("includes the features and the shared memory of kernels", async () => {
    const lanes = 'import { f } from "./lanes.wat";\nconst one = () => f();';
    const shared = 'import { g } from "./shared.wat";\nconst two = () => g();';
    expect(await needs(lanes, shared, bench("one()"))).toEqual([
      ["wasm", "simd"],
      ["wasm", "isolation"],
      ["wasm", "simd"],
    ]);
  });
});
