import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { describe, expect, it } from "vitest";
import { seeded } from "../../src/simulate/index.ts";

/** What the cell of functions of a notebook declares under these names. */
function declared<T>(notebook: string, names: string): T {
  const html = readFileSync(`notebooks/mmap/${notebook}.html`, "utf8");
  const cell = /<script id="2"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  return new Function(`${stripTypeScriptTypes(cell)}\nreturn { ${names} };`)();
}

describe("page-stride", () => {
  const { freshMemory, touch, oldMemory } = declared<{
    freshMemory: () => Uint8Array;
    touch: (bytes: Uint8Array, stride: number) => number;
    oldMemory: () => Uint8Array;
  }>("page-stride", "freshMemory, touch, oldMemory");

  it("asks for 4 MiB of zeros each time, and for the touched ones once", () => {
    const fresh = freshMemory();
    expect(fresh.length).toBe(4 * 2 ** 20);
    expect(fresh.every((byte) => byte === 0)).toBe(true);
    expect(freshMemory().buffer).not.toBe(fresh.buffer);
    expect(oldMemory()).toBe(oldMemory());
    expect(oldMemory().indexOf(0)).toBe(-1);
  });

  it("writes one byte in every stride, beginning with the first", () => {
    const bytes = new Uint8Array(100);
    expect(touch(bytes, 32)).toBe(4);
    expect([...bytes.keys()].filter((at) => bytes[at] === 1)).toEqual([0, 32, 64, 96]);
  });
});

describe("tlb-reach", () => {
  const { chain, chase } = declared<{
    chain: (
      memory: Int32Array,
      n: number,
      apart: boolean,
      random: () => number,
    ) => { memory: Int32Array; at: number };
    chase: (walk: { memory: Int32Array; at: number }, loads: number) => number;
  }>("tlb-reach", "chain, chase");

  it.each([
    ["packed", false, 64],
    ["a page each", true, 4096],
  ])("%s: one cycle through every node", (_, apart, bytes) => {
    const n = 256;
    const memory = new Int32Array(1024 * n).fill(-1);
    const walk = chain(memory, n, apart, seeded(7));
    const seen = new Set<number>();
    for (let at = walk.at; !seen.has(at); at = memory[at]) seen.add(at);
    expect(seen.size).toBe(n);
    const places = new Set([...seen].map((at) => Math.floor((4 * at) / bytes)));
    expect(places.size).toBe(n);
    expect(chase(walk, n - 1)).not.toBe(0);
    expect(chase(walk, 8192)).toBe(0);
  });

  it("spreads nodes in pages of their own over all lines of a page", () => {
    const memory = new Int32Array(1024 * 64).fill(-1);
    chain(memory, 64, true, seeded(7));
    const lines = [...memory.keys()]
      .filter((at) => memory[at] >= 0)
      .map((at) => Math.floor((at % 1024) / 16));
    expect(new Set(lines).size).toBe(64);
  });
});
