import type { KernelData } from "../../wasm/data.ts";

/** A compiled kernel: what runs, and what the page tells about it. */
export interface Kernel extends KernelData {
  /** the text as written */
  source: string;
  /** bytes of the binary */
  size: number;
  /** "AssemblyScript 0.28.20" */
  compiler: string;
  /** options that the compiler was given */
  flags: string[];
  /** command line that makes the same binary */
  command: string;
  /** the binary's instructions in WebAssembly's text format, one to a line */
  disassembly: string;
  /** types of what cells can import, as a .d.ts */
  declarations: string;
}

/** What a compiler gives for a kernel's text. */
export interface Built extends Pick<Kernel, "compiler" | "flags" | "command"> {
  wasm: Uint8Array;
}

/** The part that travels to pages and workers. */
export function kernelData({ specifier, file, binary, exports, memory, features }: KernelData): KernelData {
  return { specifier, file, binary, exports, memory, features };
}

/** A kernel lies beside its notebook and is imported by its name there. */
export function isKernel(specifier: string): boolean {
  return /^\.\/[\w-]+(\.[\w-]+)*\.(as\.ts|wat)$/.test(specifier);
}

/** "sum.as.d.ts", "lanes.d.wat.ts": where TypeScript looks for the types of "./sum.as.ts" and "./lanes.wat". */
export function declarationsFile(specifier: string): string {
  return specifier
    .replace(/^\.\//, "")
    .replace(/\.as\.ts$/, ".as.d.ts")
    .replace(/\.wat$/, ".d.wat.ts");
}
