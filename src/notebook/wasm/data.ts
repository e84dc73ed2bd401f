/** A part of WebAssembly that came after its first version, and that a browser may lack. */
export type Feature = "simd" | "threads";

/** Sizes in pages of 64 KiB. */
export interface MemoryLimits {
  initial: number;
  maximum: number | null;
  shared: boolean;
}

/** What a page or a worker needs to run a kernel; travels as JSON and in a worker's script. */
export interface KernelData {
  /** as cells import it: "./sum.as.ts" */
  specifier: string;
  /** path from the project's root, for messages */
  file: string;
  /** the module in base64, so that it can stand in a script that fetches nothing */
  binary: string;
  /** what an instance offers, by name; a memory that is imported is among it */
  exports: Record<string, "function" | "memory" | "global" | "table">;
  /** the memory that the module imports as env.memory; null if it has one of its own, or none */
  memory: MemoryLimits | null;
  features: Feature[];
}

/** What a browser must offer to run a kernel. */
export function kernelNeeds({
  features,
  memory,
}: Pick<KernelData, "features" | "memory">): ("wasm" | "simd" | "isolation")[] {
  return [
    "wasm",
    ...(features.includes("simd") ? (["simd"] as const) : []),
    ...(memory?.shared ? (["isolation"] as const) : []),
  ];
}

export function binaryOf({ binary }: Pick<KernelData, "binary">): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(binary), (character) => character.charCodeAt(0));
}
