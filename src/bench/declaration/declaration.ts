import type { Spec, Variant } from "../types.ts";

/** What a bench cell declares, without its functions: all that a page has to know of code which it does not run itself. */
export interface Declaration extends Omit<Spec, "id" | "setup" | "check" | "variants"> {
  variants: VariantSource[];
}

export interface VariantSource {
  name: string;
  /** texts of its functions; `setup` is null if it has none */
  setup: string | null;
  run: string;
}

/**
 * The data of a Spec, as JSON knows it: functions among the parameters are left out. Calls no function of the Spec. Throws
 * a TypeError for a variant without a function.
 */
export function declarationOf(spec: Spec): Declaration {
  const { id: _id, setup: _setup, check: _check, variants, ...data } = spec;
  const sources = Object.entries(variants ?? {}).map(([name, variant]) => sourceOf(name, variant));
  return JSON.parse(JSON.stringify({ ...data, variants: sources }));
}

function sourceOf(name: string, variant: Variant): VariantSource {
  const { run, setup } = typeof variant === "function" ? { run: variant } : variant;
  if (typeof run !== "function") {
    throw new TypeError(`variants.${name}: ${String(run)} is no function; write (input) => …`);
  }
  return { name, setup: setup ? String(setup) : null, run: String(run) };
}
