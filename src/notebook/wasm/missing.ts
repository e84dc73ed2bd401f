import { missingSharedMemory } from "../../bench/worker/shared-memory.ts";
import { binaryOf, type Feature, type KernelData } from "./data.ts";

const words: Record<Feature, string> = {
  simd: "SIMD of WebAssembly (v128)",
  threads: "shared memory and atomic instructions of WebAssembly",
};

/** The smallest modules that are valid only with the feature, as in the package wasm-feature-detect. */
export const probes: Record<Feature, Uint8Array<ArrayBuffer>> = {
  simd: Uint8Array.of(
    ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10],
    ...[10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
  ),
  threads: Uint8Array.of(
    ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 4],
    ...[1, 3, 1, 1, 10, 11, 1, 9, 0, 65, 0, 254, 16, 2, 0, 26, 11],
  ),
};

/** What to tell if one of the kernels cannot run in this browser; null if all can. Runs nothing. */
export function missingFor(kernels: readonly KernelData[]): string | null {
  for (const kernel of kernels) {
    const missing = missingPart(kernel);
    if (missing === null) continue;
    const sharing = missing === words.threads && missingSharedMemory(`shared memory of ${kernel.file}`);
    if (sharing) return sharing;
    return (
      `The kernel ${kernel.file} needs ${missing}, which this browser does not offer, so nothing was measured. ` +
      "Use a current Chromium, Firefox or Safari, or read the recorded results."
    );
  }
  return null;
}

function missingPart(kernel: KernelData): string | null {
  if (typeof WebAssembly !== "object") return "WebAssembly (Apple's Lockdown Mode turns it off)";
  if (kernel.memory?.shared && !canShareMemory()) return words.threads;
  if (WebAssembly.validate(binaryOf(kernel))) return null;
  const feature = kernel.features.find((name) => !WebAssembly.validate(probes[name]));
  return feature ? words[feature] : "a newer WebAssembly";
}

function canShareMemory(): boolean {
  try {
    return new WebAssembly.Memory({ initial: 0, maximum: 0, shared: true }) !== null;
  } catch {
    return false;
  }
}
