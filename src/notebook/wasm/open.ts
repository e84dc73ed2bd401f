import { abortError } from "./abort.ts";
import { binaryOf, type KernelData } from "./data.ts";
import { lackOfKernel } from "./lack.ts";

/** What `import … from "./sum.as.ts"` in a cell gives: the exports by name, and `instantiate`. */
export type KernelLibrary = Record<string, unknown>;

/**
 * Compiles a kernel. Its exports belong to one instance, which is made when the first of them is asked for;
 * `instantiate` makes more of them, on a memory that other workers share if one is given.
 * @throws Error in words if this browser lacks what the kernel needs
 */
export async function openKernel(kernel: KernelData): Promise<KernelLibrary> {
  const lack = lackOfKernel(kernel);
  if (lack) throw new Error(lack);
  const module = await WebAssembly.compile(binaryOf(kernel));
  const instantiate = (memory?: unknown) => instance(kernel, module, memory);
  let first: KernelLibrary | undefined;
  const library: KernelLibrary = {};
  for (const name of Object.keys(kernel.exports)) {
    const get = () => {
      first ??= instantiate();
      return first[name];
    };
    Object.defineProperty(library, name, { enumerable: true, get });
  }
  library.instantiate = instantiate;
  return library;
}

/** The kernels by what cells import, each opened when it is first asked for and not again. */
export function kernelLibraries(
  kernels: readonly KernelData[],
  open = openKernel,
): Record<string, () => Promise<KernelLibrary>> {
  const libraries: Record<string, () => Promise<KernelLibrary>> = {};
  for (const kernel of kernels) {
    let opened: Promise<KernelLibrary> | undefined;
    libraries[kernel.specifier] = () => {
      opened ??= open(kernel);
      return opened;
    };
  }
  return libraries;
}

function instance(kernel: KernelData, module: WebAssembly.Module, given: unknown): KernelLibrary {
  const imported = memoryFor(kernel, given);
  let exports: WebAssembly.Exports = {};
  const abort = (...told: number[]) => {
    throw abortError(imported ?? (exports.memory as WebAssembly.Memory | undefined), told);
  };
  const env: WebAssembly.ModuleImports = imported ? { abort, memory: imported } : { abort };
  exports = new WebAssembly.Instance(module, { env }).exports;
  return imported ? { memory: imported, ...exports } : { ...exports };
}

function memoryFor({ file, memory }: KernelData, given: unknown): WebAssembly.Memory | undefined {
  if (!memory) {
    if (given === undefined) return undefined;
    throw new TypeError(
      `instantiate: ${file} has a memory of its own. Let it import one: in AssemblyScript by a first line ` +
        `"// asc: --importMemory", in WAT by (import "env" "memory" (memory 1)).`,
    );
  }
  const { initial, maximum, shared } = memory;
  if (given === undefined)
    return new WebAssembly.Memory({ initial, ...(maximum !== null && { maximum }), shared });
  if (given instanceof WebAssembly.Memory) return given;
  throw new TypeError(
    `instantiate: ${file} takes a WebAssembly.Memory, as in instantiate(memory) with memory = instantiate().memory.`,
  );
}
