import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { compileKernel } from "../../src/notebook/compile/wasm/compile-kernel.ts";
import { openKernel } from "../../src/notebook/wasm/open.ts";
import { seeded } from "../../src/simulate/random.ts";
import { COMPILER_MS } from "../compile/wasm/kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

type Numbers = (...numbers: number[]) => number;
const open = async <Names extends string>(file: string) =>
  (await openKernel(
    await compileKernel(`notebooks/simd/${file}`, readFileSync(`notebooks/simd/${file}`, "utf8")),
  )) as unknown as Record<Names, Numbers> & { memory: WebAssembly.Memory };

const [sums, utf8, counts] = await Promise.all([
  open<"oneSum" | "fourSums" | "oneVector" | "fourVectors">("sum.as.ts"),
  open<"scalar" | "skipAscii" | "lookup">("utf8.as.ts"),
  open<"oneByOne" | "scalarTail" | "maskedTail">("count.as.ts"),
]);
const start = 2 ** 16;

describe("the sums of simd/simd-vs-scalar", () => {
  it("agree on whole numbers in every order", () => {
    const random = seeded(1);
    const numbers = Array.from({ length: 4096 }, () => Math.floor(random() * 16) - 8);
    new Float32Array(sums.memory.buffer, start).set(numbers);
    const total = numbers.reduce((sum, x) => sum + x, 0);
    for (const name of ["oneSum", "fourSums", "oneVector", "fourVectors"] as const)
      expect(sums[name](start, 4096), name).toBe(total);
  });

  it("disagree where a partial sum is rounded, which is why compilers keep the order", () => {
    new Float32Array(sums.memory.buffer, start).set([1e8, 1, -1e8, 1, ...Array(12).fill(0)]);
    expect(sums.oneSum(start, 16)).toBe(1);
    expect(sums.fourSums(start, 16)).toBe(0);
    expect(sums.oneVector(start, 16)).toBe(0);
  });

  it("have room for 2^23 numbers", () => {
    expect(sums.memory.buffer.byteLength).toBeGreaterThanOrEqual(start + 2 ** 25);
  });
});

describe("the checks of simd/utf8-check", () => {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const isValid = (bytes: Uint8Array) => {
    try {
      decoder.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const answers = (bytes: Uint8Array) => {
    new Uint8Array(utf8.memory.buffer, start).fill(0x80, bytes.length, bytes.length + 16).set(bytes);
    return (["scalar", "skipAscii", "lookup"] as const).map((name) =>
      Boolean(utf8[name](start, bytes.length)),
    );
  };
  const agree = (bytes: Uint8Array) => {
    const valid = isValid(bytes);
    if (answers(bytes).some((answer) => answer !== valid))
      expect.fail(`${bytes} is ${valid ? "" : "not "}UTF-8, the checks say ${answers(bytes)}`);
  };

  it("agree with the browser's decoder on all pairs of bytes, at the border of a vector as well", () => {
    for (let pair = 0; pair < 65536; pair += 1) {
      const text = new Uint8Array(pair % 3 ? 5 : 21).fill(0x61);
      text.set([pair >> 8, pair & 255], text.length - 4 - (pair % 2));
      agree(text);
    }
  });

  it("agree with it on characters of three and four bytes, whole and broken", () => {
    const edges = [0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xff];
    for (let first = 0xe0; first < 0x100; ++first)
      for (const second of edges)
        for (const third of edges)
          for (const fourth of [0x61, 0x7f, 0x80, 0xbf, 0xc0])
            agree(Uint8Array.of(0x61, first, second, third, fourth, 0x62));
  });

  it("agree with it on texts of every length that are right, cut off or hit by an error", () => {
    const random = seeded(7);
    const letters = ["a", "z", "é", "ж", "€", "語", "🙂", "\u{10ffff}"];
    for (let round = 0; round < 4000; ++round) {
      const text = Array.from({ length: 1 + (round % 60) }, () => letters[Math.floor(random() * 8)]).join("");
      const bytes = new TextEncoder().encode(text);
      agree(bytes);
      agree(bytes.subarray(0, bytes.length - 1));
      bytes[Math.floor(random() * bytes.length)] = random() * 256;
      agree(bytes);
    }
  });
});

describe("the counts of simd/tails", () => {
  it("are right for every length and count nothing after a row", () => {
    const bytes = new Uint8Array(counts.memory.buffer, start, 4 * 96).fill(7);
    const random = seeded(3);
    for (let length = 0; length <= 64; ++length) {
      let wanted = 0;
      for (let row = 0; row < 3; ++row)
        for (let i = 0; i < length; ++i) {
          bytes[row * 96 + i] = random() * 9;
          wanted += Number(bytes[row * 96 + i] === 7);
        }
      for (const name of ["oneByOne", "scalarTail", "maskedTail"] as const)
        expect(counts[name](start, 3, length, 96, 7), `${name}, ${length}`).toBe(wanted);
    }
  });
});
