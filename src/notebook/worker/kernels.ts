import type { KernelData } from "../wasm/data.ts";
import { kernelLibraries } from "../wasm/open.ts";
import { lazyLibraries } from "./serve-cells.ts";

/** Lets the cells of this worker import the kernels; the compiler writes the call into the worker's script. */
export function provideKernels(kernels: readonly KernelData[]): void {
  Object.assign(lazyLibraries, kernelLibraries(kernels));
}
