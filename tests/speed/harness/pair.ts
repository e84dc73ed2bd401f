import type { Spec } from "../../../src/bench/types.ts";
import { kernels } from "./kernels.ts";
import { contamination, special } from "./special.ts";

/** Two variants to compare: the same kernel at two sizes, or twice at one. */
export interface Pair {
  kernel: string;
  /** the kernel's own size unless given */
  sizes?: [number, number];
}

/** What a worker shall measure: a pair, or the variant that is looked at with so many others beside it. */
export type Subject = Pair | { beside: number };

/** The experiment of a pair. With equal sizes it compares a kernel with itself: whoever sees a difference is wrong. */
export function specOf(subject: Subject): Spec {
  if ("beside" in subject) return contaminationSpec(subject.beside);
  const { kernel, sizes } = subject;
  const { size, setup, run } = { ...kernels, ...special }[kernel];
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

function contaminationSpec(beside: number): Spec {
  const variants = Object.fromEntries(Object.entries(contamination).slice(0, beside + 1));
  return { setup: ({ random }) => random(), variants, check: () => true };
}
