import type { Host } from "../host.ts";
import type { Kernel, Spec, Variant } from "../types.ts";
import type { Declaration, VariantSource } from "./declaration.ts";

/**
 * Asks a worker of the host what its bench cell declares. The Spec that comes back is as good as the cell's own for
 * everything that a page does with one (`experiment`, `bench`, `judgeClaims`, the charts), but its functions are not
 * here: they show their text and throw when called. Rejects as `host.run` does.
 */
export async function describeSpec(host: Pick<Host, "run">, signal?: AbortSignal): Promise<Spec> {
  const { run } = await host.run({ kind: "describe" }, signal);
  return inertSpec(run);
}

/** A Spec with that data, whose functions cannot be called. */
export function inertSpec({ variants, ...data }: Declaration): Spec {
  return { ...data, variants: Object.fromEntries(variants.map(inertVariant)) };
}

function inertVariant({ name, setup, run }: VariantSource): [string, Variant] {
  return [name, setup === null ? absent(run) : { setup: absent(setup), run: absent(run) }];
}

/** Stands for a function whose text is known. */
function absent(text: string): Kernel {
  const call = () => {
    throw new Error("this function is only there in the worker that measures it");
  };
  return Object.assign(call, { toString: () => text });
}
