import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import wabt from "wabt";

const html = readFileSync("notebooks/branches/sorted-vs-random.html", "utf8");
const text = /```wat\n([\s\S]*?)```/.exec(html)?.[1] ?? "";
const bytes = Buffer.from(/const wasm =\s*"([^"]+)"/.exec(html)?.[1] ?? "", "base64");

interface Kernels {
  memory: WebAssembly.Memory;
  sumIf: (n: number, threshold: number) => number;
  sumSelect: (n: number, threshold: number) => number;
}

describe("the WebAssembly kernels of branches/sorted-vs-random", () => {
  let kernels: Kernels;
  beforeAll(async () => {
    kernels = (await WebAssembly.instantiate(bytes)).instance.exports as unknown as Kernels;
  });

  it("are the bytes of the text that the page shows", async () => {
    const { buffer } = (await wabt()).parseWat("shown.wat", text).toBinary({});
    expect(bytes.toString("hex")).toBe(Buffer.from(buffer).toString("hex"));
  });

  it("hold one megabinary of numbers", () => {
    expect(kernels.memory.buffer.byteLength).toBeGreaterThanOrEqual(4 * 2 ** 20);
  });

  it("both add exactly the numbers at or above the threshold", () => {
    new Int32Array(kernels.memory.buffer).set([5, 9, 10, 11, 200]);
    for (const kernel of [kernels.sumIf, kernels.sumSelect]) {
      expect(kernel(5, 10)).toBe(10 + 11 + 200);
      expect(kernel(5, 0)).toBe(5 + 9 + 10 + 11 + 200);
      expect(kernel(5, 201)).toBe(0);
      expect(kernel(2, 0)).toBe(5 + 9);
    }
  });
});
