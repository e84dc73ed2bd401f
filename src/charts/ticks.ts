import { count } from "./format.ts";
import type { Scale } from "./scale.ts";

/** At most `most` of the values of a log axis, evenly thinned; powers of two stay powers of two. */
export function logTicks({ domain: [low, high] }: Scale, values: number[], most: number): number[] {
  const binary = values.length > 0 && values.every((value) => Number.isInteger(Math.log2(value)));
  const base = binary ? 2 : 10;
  const [from, to] = [Math.ceil(log(base, low) - 1e-9), Math.floor(log(base, high) + 1e-9)];
  const step = Math.max(1, Math.ceil((to - from + 1) / most));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => base ** (from + i * step));
}

/** About `most` round values of a linear axis: steps of 1, 2 or 5 times a power of ten. */
export function linearTicks({ domain: [low, high] }: Scale, most: number): number[] {
  const raw = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Ticks of either kind of axis. */
export function ticksOf(scale: Scale, values: number[], most: number): number[] {
  return scale.type === "log" ? logTicks(scale, values, most) : linearTicks(scale, most);
}

/** A tick's number: no sign of the binary fraction behind 0.30000000000000004. */
export function tickText(value: number): string {
  return count(Number(value.toPrecision(6)));
}

function log(base: number, value: number): number {
  return Math.log(value) / Math.log(base);
}
