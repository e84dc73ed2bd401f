import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test, vi } from "vitest";
import { compileKernel } from "../../src/notebook/compile/wasm/compile-kernel.ts";
import { openKernel } from "../../src/notebook/wasm/open.ts";
import { access, type LineState, seeded } from "../../src/simulate/index.ts";
import { COMPILER_MS } from "../compile/wasm/kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });
const folder = "notebooks/alignment-false-sharing";

test("the rule that alignment-false-sharing/mesi shows gives the library's states", () => {
  const html = readFileSync(`${folder}/mesi.html`, "utf8");
  const cell = /<script id="2"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  const mesi: (states: string[], core: number, writes: boolean) => string[] = new Function(
    `${stripTypeScriptTypes(cell)}\nreturn mesi;`,
  )();
  const random = seeded(3);
  let line: LineState[] = ["I", "I", "I"];
  for (let i = 0; i < 500; ++i) {
    const core = Math.floor(random() * 3);
    const writes = random() < 0.4;
    const { states } = access("MESI", line, core, writes);
    expect(mesi(line, core, writes)).toEqual(states);
    line = states;
  }
});

test("the kernel adds once a turn, where it is told to and nowhere else", async () => {
  const file = `${folder}/counter.wat`;
  const { count, memory } = (await openKernel(
    await compileKernel(file, readFileSync(file, "utf8")),
  )) as unknown as { count(pointer: number, n: number): number; memory: WebAssembly.Memory };
  const numbers = new Uint32Array(memory.buffer);
  expect(count(60, 1000)).toBe(1000);
  expect(count(60, 24)).toBe(24);
  expect(count(64, 5)).toBe(5);
  expect([...numbers.subarray(14, 18)]).toEqual([0, 1024, 5, 0]);
});
