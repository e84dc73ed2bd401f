import { lackingAtOnce } from "../needs/at-once.ts";
import { needWords } from "../needs/words.ts";
import { binaryOf, type KernelData, kernelNeeds } from "./data.ts";

/** What to tell if a kernel cannot run in this browser; null if it can. Runs nothing. */
export function lackOfKernel(kernel: KernelData): string | null {
  for (const need of kernelNeeds(kernel)) {
    const why = lackingAtOnce[need]();
    if (why !== null) return `The kernel ${kernel.file} needs ${needWords[need]}, and ${why}.`;
  }
  if (WebAssembly.validate(binaryOf(kernel))) return null;
  return `The kernel ${kernel.file} needs a newer WebAssembly than this browser offers.`;
}
