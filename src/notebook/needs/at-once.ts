import { whyNoSharedMemory } from "../../bench/worker/shared-memory.ts";
import type { Need } from "./need.ts";

/** The smallest module that is valid only with SIMD, as in the package wasm-feature-detect. */
export const simdProbe = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10],
  ...[10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** Why something is not there, as a clause; null if it is. Pages and workers are asked alike. */
export const lackingAtOnce = {
  isolation: whyNoSharedMemory,
  wasm: () =>
    typeof WebAssembly === "object" ? null : "this browser has it turned off, as Apple’s Lockdown Mode does",
  simd: () =>
    typeof WebAssembly === "object" && WebAssembly.validate(simdProbe)
      ? null
      : "this browser does not offer it",
} satisfies Partial<Record<Need, () => string | null>>;

/** Whether a need is met for certain; false for one that takes longer to ask for. */
export function isThereAtOnce(need: Need): boolean {
  return need in lackingAtOnce && lackingAtOnce[need as keyof typeof lackingAtOnce]() === null;
}
