import type { Spec } from "../../../src/bench/types.ts";
import { kernels } from "./kernels.ts";

/** Two variants to compare: the same kernel at two sizes, or twice at one. */
export interface Pair {
  kernel: string;
  /** the kernel's own size unless given */
  sizes?: [number, number];
}

/** The experiment of a pair. With equal sizes it compares a kernel with itself: whoever sees a difference is wrong. */
export function specOf({ kernel, sizes }: Pair): Spec {
  const { size, setup, run } = kernels[kernel];
  const [first, second] = sizes ?? [size, size];
  const variant = (n: number) => ({
    setup: (_: unknown, { random }: { random: () => number }) => setup(n, random),
    run,
  });
  return {
    params: { kernel, sizes: sizes ?? [size, size] },
    variants: { first: variant(first), second: variant(second) },
    check: () => true,
  };
}
