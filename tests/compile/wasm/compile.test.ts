import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { compileKernel } from "../../../src/notebook/compile/wasm/compile-kernel.ts";
import { declarationsFile } from "../../../src/notebook/compile/wasm/kernel.ts";
import { openKernel } from "../../../src/notebook/wasm/open.ts";
import { assemblyScript, COMPILER_MS, fixture, wat } from "./kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

const bin = (name: string) => join("node_modules", ".bin", name);

describe("an AssemblyScript kernel", async () => {
  const sum = await compileKernel(...fixture("sum.as.ts"));

  it("is optimised for speed, without a garbage collector, by options that are shown", () => {
    expect(sum.command).toBe(`asc ${sum.file} -O3 --runtime stub --enable simd,threads --initialMemory 16`);
    expect(sum.compiler).toMatch(/^AssemblyScript \d+\.\d+\.\d+$/);
  });

  it("is the binary that the command line of the compiler makes with the same options", () => {
    const out = join(mkdtempSync(join(tmpdir(), "kernel-")), "sum.wasm");
    execFileSync(bin("asc"), [...sum.command.split(" ").slice(1), "--outFile", out]);
    expect(readFileSync(out).toString("base64")).toBe(sum.binary);
    expect(readFileSync(out).length).toBe(sum.size);
  });

  it("uses SIMD where its text does, and the disassembly shows it unfolded", () => {
    expect(sum.features).toEqual(["simd"]);
    const lines = sum.disassembly.split("\n").map((line) => line.trim());
    expect(lines).toContain("i32x4.add");
    expect(lines.filter((line) => /^\(i32x4/.test(line))).toEqual([]);
    expect(sum.disassembly).toContain('(export "sum")');
  });

  it("gives what JavaScript gives", async () => {
    const { memory, sum: add } = (await openKernel(sum)) as {
      memory: WebAssembly.Memory;
      sum: (pointer: number, count: number) => number;
    };
    const numbers = Int32Array.from({ length: 1003 }, (_, i) => Math.imul(i, 0x9e3779b1));
    new Int32Array(memory.buffer, 64, numbers.length).set(numbers);
    expect(add(64, numbers.length)).toBe(numbers.reduce((a, b) => (a + b) | 0, 0));
    expect(memory.buffer.byteLength).toBe(16 * 65_536);
  });

  it("may choose another level of optimisation, and then is another binary", async () => {
    const text =
      "export function twice(x: i32): i32 { let y = 0; for (let i = 0; i < 2; ++i) y += x; return y; }";
    const fast = await assemblyScript(text);
    const plain = await assemblyScript("// asc: -O0", text);
    expect(plain.flags).toContain("-O0");
    expect(plain.flags).not.toContain("-O3");
    expect(plain.binary).not.toBe(fast.binary);
    expect(fast.features).toEqual([]);
  });

  it("imports a memory that workers share if it says so", async () => {
    const kernel = await assemblyScript(
      "// Counts.",
      "// asc: --importMemory --sharedMemory --initialMemory 1 --maximumMemory 4",
      "export function add(pointer: usize, x: i32): i32 { return atomic.add<i32>(pointer, x); }",
    );
    expect(kernel.memory).toEqual({ initial: 1, maximum: 4, shared: true });
    expect(kernel.features).toEqual(["threads"]);
    expect(kernel.disassembly).toContain("i32.atomic.rmw.add");
  });
});

describe("a WAT kernel", async () => {
  const tally = await compileKernel(...fixture("tally.wat"));

  it("is assembled as it stands", () => {
    expect(tally.compiler).toMatch(/^WABT \d+\.\d+\.\d+$/);
    expect(tally.command).toBe(`wat2wasm ${tally.file} --enable-threads`);
    expect(tally.size).toBe(Buffer.from(tally.binary, "base64").length);
    expect(tally.memory).toEqual({ initial: 1, maximum: 1, shared: true });
    expect(tally.features).toEqual(["threads"]);
    const lines = tally.disassembly.split("\n").map((line) => line.trim());
    expect(lines).toContain("i32.atomic.rmw.add");
    expect(lines).toContain("drop");
  });

  it("gives what JavaScript gives", async () => {
    const { memory, tally: add } = (await openKernel(tally)) as {
      memory: WebAssembly.Memory;
      tally: (pointer: number, n: number) => number;
    };
    expect(add(8, 1000)).toBe(499_500);
    expect(new Int32Array(memory.buffer)[2]).toBe(499_500);
  });

  it("may use SIMD and several results", async () => {
    const kernel = await wat(
      '(module (func (export "both") (param $x f32) (result f32 i64)',
      "  (f32x4.extract_lane 3 (f32x4.splat (local.get $x))) (i64.const 7)))",
    );
    expect(kernel.features).toEqual(["simd"]);
    const { both } = (await openKernel(kernel)) as { both: (x: number) => [number, bigint] };
    expect(both(1.5)).toEqual([1.5, 7n]);
    expect(kernel.declarations).toContain("function both(x: number): [number, bigint];");
  });
});

describe("the types of a kernel's exports", async () => {
  const kernels = await Promise.all([
    compileKernel(...fixture("sum.as.ts")),
    compileKernel(...fixture("tally.wat")),
    assemblyScript(
      "export const lanes: i32 = 4;",
      "export function reset(at: u64): void { store<u64>(0, at); }",
    ),
  ]);

  /** What TypeScript says to a module beside the declarations. */
  function check(...lines: string[]): string[] {
    const folder = mkdtempSync(join(tmpdir(), "types-"));
    for (const { specifier, declarations } of kernels)
      writeFileSync(join(folder, declarationsFile(specifier)), declarations);
    const compilerOptions = {
      ...{ target: "esnext", module: "esnext", moduleResolution: "bundler", lib: ["esnext", "dom"] },
      ...{ strict: true, noEmit: true, types: [], allowImportingTsExtensions: true },
      allowArbitraryExtensions: true,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["cell.ts"] }));
    writeFileSync(join(folder, "cell.ts"), lines.join("\n"));
    try {
      execFileSync(bin("tsc"), ["--project", folder, "--pretty", "false"], { encoding: "utf8" });
      return [];
    } catch (error) {
      const { stdout } = error as { stdout: string };
      return [...stdout.matchAll(/cell\.ts\((\d+),\d+\): error (TS\d+)/g)].map(
        ([, line, code]) => `${line} ${code}`,
      );
    }
  }

  it("are those that TypeScript checks cells against", () => {
    const correct = [
      'import { memory, sum } from "./sum.as.ts";',
      'import { instantiate, tally } from "./tally.wat";',
      'import { lanes, reset } from "./kernel.as.ts";',
      "const total: number = sum(0, memory.buffer.byteLength / 4);",
      "const shared: WebAssembly.Memory = instantiate().memory;",
      "const more: number = instantiate(shared).tally(0, total) + tally(0, 1);",
      "reset(BigInt(lanes.value + more));",
    ];
    const wrong = [...correct.slice(0, -1), "reset(lanes);", "sum(0);", 'tally("0", more);'];
    expect(check(...correct)).toEqual([]);
    expect(check(...wrong)).toEqual(["7 TS2345", "8 TS2554", "9 TS2345"]);
  });

  it("carry the writer's names", () => {
    expect(kernels[0].declarations).toContain("function sum(pointer: number, count: number): number;");
    expect(kernels[1].declarations).toContain("function tally(pointer: number, n: number): number;");
  });
});
