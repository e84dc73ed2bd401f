import { describe, expect, it, vi } from "vitest";
import { NotebookErrors } from "../../../src/notebook/compile/error.ts";
import { assemblyScript, COMPILER_MS, wat } from "./kernels.ts";

vi.setConfig({ testTimeout: COMPILER_MS });

async function messages(kernel: Promise<unknown>): Promise<string[]> {
  return kernel.then(
    () => [],
    (error) => {
      if (error instanceof NotebookErrors) return error.message.split("\n");
      throw error;
    },
  );
}

interface Case {
  name: string;
  kernel: () => Promise<unknown>;
  /** line and column from 1 */
  at: string;
  says: RegExp;
}

const inAssemblyScript: Case[] = [
  {
    name: "a syntax error",
    kernel: () => assemblyScript("export function f(): i32 {", "  return 1 +;", "}"),
    at: "2:13",
    says: /expression expected/i,
  },
  {
    name: "a name that does not exist",
    kernel: () => assemblyScript("export function f(): i32 {", "  return nowhere;", "}"),
    at: "2:10",
    says: /cannot find name 'nowhere'\. Declare it; a kernel sees/,
  },
  {
    name: "two types of numbers",
    kernel: () => assemblyScript("export function f(x: f64): i32 {", "  return x;", "}"),
    at: "2:10",
    says: /conversion from type 'f64' to 'i32' requires an explicit cast\. Write the conversion out/,
  },
  {
    name: "another file",
    kernel: () => assemblyScript('import { g } from "./other";', "export function f(): i32 { return g(); }"),
    at: "1:19",
    says: /not found\. A kernel is one file/,
  },
  {
    name: "something from outside",
    kernel: () => assemblyScript("export function f(): f64 {", "  return Math.random();", "}"),
    at: "2:15",
    says: /the kernel needs env\.seed from outside, and gets nothing but env\.memory/,
  },
  {
    name: "a function of the host",
    kernel: () =>
      assemblyScript("declare function now(): f64;", "export function f(): f64 { return now(); }"),
    at: "1:18",
    says: /the kernel needs \S+\.now from outside/,
  },
  {
    name: "an option that kernels may not set",
    kernel: () => assemblyScript("// Sums.", "// asc: --outFile x.wasm", "export function f(): void {}"),
    at: "2:9",
    says: /cannot set the option --outFile\. It can set -O0 to -O3/,
  },
  {
    name: "an option without its value",
    kernel: () => assemblyScript("// asc: --initialMemory lots", "export function f(): void {}"),
    at: "1:9",
    says: /--initialMemory needs a value, and not lots/,
  },
  {
    name: "shared memory that nobody can share",
    kernel: () => assemblyScript("// asc: --maximumMemory 4 --sharedMemory", "export function f(): void {}"),
    at: "1:27",
    says: /shared memory also needs --importMemory\. Write it as in \/\/ asc:/,
  },
  {
    name: "no exports",
    kernel: () => assemblyScript("function f(): void {}"),
    at: "1:1",
    says: /the kernel exports no function\. Export one, as in export function sum/,
  },
];

const inWat: Case[] = [
  {
    name: "an unknown instruction",
    kernel: () => wat("(module", '  (func (export "f") (result i32)', "    i32.plus))"),
    at: "3:5",
    says: /unexpected token "?i32\.plus"?.*Correct the syntax/,
  },
  {
    name: "an unknown local",
    kernel: () => wat('(module (func (export "f") (result i32)', "  local.get $x))"),
    at: "2:13",
    says: /undefined local variable "\$x"\. Declare it, or correct its name/,
  },
  {
    name: "a type that does not fit",
    kernel: () => wat('(module (func (export "f") (result i32)', "  f32.const 1))"),
    at: "2:3",
    says: /type mismatch in implicit return, expected \[i32\] but got \[f32\]\. Leave on the stack/,
  },
  {
    name: "a missing bracket",
    kernel: () => wat("(module", "  (func", ""),
    at: "3:1",
    says: /unexpected token EOF, expected \)/,
  },
  {
    name: "a value of 128 bits that JavaScript would have to pass",
    kernel: () => wat("(module", '  (func (export "f") (param v128)))'),
    at: "2:18",
    says: /JavaScript cannot call “f”.*Pass a pointer into the memory/,
  },
  {
    name: "an import that nobody provides",
    kernel: () => wat("(module", '  (import "env" "log" (func $log))', '  (func (export "f") call $log))'),
    at: "2:18",
    says: /needs env\.log from outside/,
  },
  {
    name: "a name that cells cannot import",
    kernel: () => wat('(module (func (export "a b")))'),
    at: "1:24",
    says: /“a b” is no name that a cell can import/,
  },
  {
    name: "the name that makes instances",
    kernel: () => wat('(module (func (export "instantiate")))'),
    at: "1:24",
    says: /“instantiate” is what makes instances/,
  },
  {
    name: "no exports",
    kernel: () => wat("(module)"),
    at: "1:1",
    says: /the kernel exports no function\. Export one, as in \(func \(export "sum"\)/,
  },
];

describe.each([
  ["an AssemblyScript kernel", "notebooks/loops/kernel.as.ts", inAssemblyScript],
  ["a WAT kernel", "notebooks/loops/kernel.wat", inWat],
])("a mistake in %s is said with its place and what to do", (_, file, cases) => {
  it.each(cases)("$name", async ({ kernel, at, says }) => {
    const [first] = await messages(kernel());
    expect(first).toMatch(says);
    expect(first.slice(0, first.indexOf(": "))).toBe(`${file}:${at}`);
    expect(first).not.toMatch(/\n|\bat .*:\d+:\d+\)|node_modules/);
  });
});

it("every mistake of a kernel is said at once", async () => {
  const lines = [
    "export function f(): i32 {",
    "  return a;",
    "}",
    "export function g(): i32 {",
    "  return b;",
    "}",
  ];
  expect((await messages(assemblyScript(...lines))).map((line) => line.split(":")[1])).toEqual(["2", "5"]);
});

it("a crash of the AssemblyScript compiler is said in a sentence, and ends nothing else", async () => {
  const deep = `export function f(): i32 { return ${"1 + ".repeat(20_000)}1; }`;
  expect(await messages(assemblyScript(deep))).toEqual([
    "notebooks/loops/kernel.as.ts:1:1: the AssemblyScript compiler failed without saying where. Take parts of the kernel out until it compiles; the last one taken out is at fault.",
  ]);
  expect((await assemblyScript("export function f(): i32 { return 1; }")).size).toBeGreaterThan(8);
});
