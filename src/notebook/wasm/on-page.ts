import type { KernelData } from "./data.ts";
import { type KernelLibrary, kernelLibraries, openKernel } from "./open.ts";

/**
 * The kernels of one running notebook on a page, by what its cells import. A kernel that this browser cannot run is
 * stood in for, so that the cells around it still show what was recorded.
 */
export function pageKernels(
  kernels: readonly KernelData[],
): (specifier: string) => Promise<KernelLibrary> | undefined {
  const libraries = kernelLibraries(kernels, (kernel) =>
    openKernel(kernel).catch((reason) => standIns(kernel, reason)),
  );
  return (specifier) => libraries[specifier]?.();
}

/** Exports that can be passed around, and that give the reason when they are used. */
function standIns({ exports }: KernelData, reason: unknown): KernelLibrary {
  const fail = () => {
    throw reason;
  };
  const thing = () =>
    Object.defineProperties(
      { grow: fail, get: fail, set: fail },
      { buffer: { get: fail }, value: { get: fail } },
    );
  const kinds = Object.entries(exports).map(([name, kind]) => [name, kind === "function" ? fail : thing()]);
  return { ...Object.fromEntries(kinds), instantiate: fail };
}
