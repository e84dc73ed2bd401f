import { INPUT_BYTES, INPUT_SETUP_MS, INPUTS_SETUP_MS, MAX_INPUTS } from "../defaults.ts";
import { mixSeeds, randomFrom } from "../statistics/random.ts";
import type { Kernel, Spec } from "../types.ts";

/** A variant of the Spec with its input factory. */
export interface Prepared {
  run: Kernel;
  /** the input as `setup` makes it, without the variant's own preparation */
  shared(index: number): unknown;
  /** the variant's own preparation of a shared input; the input itself if it has none */
  own(input: unknown, index: number): unknown;
  /** the input that `run` gets */
  make(index: number): unknown;
}

/**
 * Picks a variant. `setup` gets `{random, ...params, <swept variables>}`; without `setup` that context is itself the
 * input. The variant's own setup gets the shared input and the context. Equal seeds make equal inputs.
 */
export function prepare(spec: Spec, name: string, seed: number, at: Record<string, number> = {}): Prepared {
  const variant = spec.variants[name];
  if (variant === undefined) throw new TypeError(`variants: there is no "${name}"`);
  const { run, setup } = typeof variant === "function" ? { run: variant, setup: undefined } : variant;
  const context = (index: number) => ({ random: randomFrom(mixSeeds(seed, index)), ...spec.params, ...at });
  const shared = (index: number) => (spec.setup ? spec.setup(context(index)) : context(index));
  const own = (input: unknown, index: number) => (setup ? setup(input, context(index)) : input);
  return { run, shared, own, make: (index) => own(shared(index), index) };
}

/** How many inputs shall take turns, given what the first one took and weighs. */
export function inputCount(setupMs: number, bytes: number): number {
  if (setupMs > INPUT_SETUP_MS) return 1;
  const bySize = Math.floor(INPUT_BYTES / bytes);
  const byTime = 1 + Math.floor(INPUTS_SETUP_MS / setupMs);
  return Math.max(1, Math.min(MAX_INPUTS, bySize, byTime));
}

/** Bytes of a value, guessed: buffers exactly, other objects by 16 bytes a field, down to a limit. */
export function guessBytes(value: unknown, limit = INPUT_BYTES): number {
  const seen = new Set<object>();
  let bytes = 0;
  const pending = [value];
  while (pending.length > 0 && bytes <= limit) {
    const next = pending.pop();
    if (typeof next === "string") bytes += next.length;
    if (typeof next !== "object" || next === null) {
      bytes += 8;
    } else if (!seen.has(next)) {
      seen.add(next);
      bytes += sizeOf(next, limit - bytes, pending);
    }
  }
  return Math.max(1, bytes);
}

function sizeOf(object: object, limit: number, pending: unknown[]): number {
  if (ArrayBuffer.isView(object) || object instanceof ArrayBuffer) return object.byteLength;
  if (typeof SharedArrayBuffer === "function" && object instanceof SharedArrayBuffer)
    return object.byteLength;
  if (typeof WebAssembly === "object" && object instanceof WebAssembly.Memory)
    return object.buffer.byteLength;
  const fields = object instanceof Map || object instanceof Set ? [...object].flat() : Object.values(object);
  if (fields.length * 8 > limit) return fields.length * 8;
  for (const field of fields) pending.push(field);
  return 16;
}
