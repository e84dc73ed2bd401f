import { readFileSync } from "node:fs";
import { compileKernel } from "../../../src/notebook/compile/wasm/compile-kernel.ts";
import type { Kernel } from "../../../src/notebook/compile/wasm/kernel.ts";

/** The compiler is loaded, and run, on cores that other tests use. */
export const COMPILER_MS = 60_000;

const folder = "tests/fixtures/notebooks/fixtures";

/** Path and text of a kernel that a fixture notebook uses. */
export function fixture(name: "sum.as.ts" | "tally.wat"): [file: string, source: string] {
  const file = `${folder}/${name}`;
  return [file, readFileSync(file, "utf8")];
}

/** Compiles a text as AssemblyScript. */
export function assemblyScript(...lines: string[]): Promise<Kernel> {
  return compileKernel("notebooks/loops/kernel.as.ts", lines.join("\n"));
}

/** Compiles a text as WAT. */
export function wat(...lines: string[]): Promise<Kernel> {
  return compileKernel("notebooks/loops/kernel.wat", lines.join("\n"));
}
