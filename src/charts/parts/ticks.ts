import { TICK_GAP } from "./defaults.ts";
import { widthOf } from "./fit.ts";
import { count } from "./format.ts";
import type { Scale } from "./scale.ts";

/** Multiples that a log axis shows within a decade, the fullest first. */
const WITHIN_DECADE = [[1, 2, 5], [1, 3], [1]];

/** At most `most` ticks of a log axis: powers of two if the values go by doublings, else multiples of powers of ten. */
export function logTicks({ domain, values }: Scale, most: number): number[] {
  if (goByDoublings(values)) return powers(2, domain, most);
  const [low, high] = domain;
  const [from, to] = exponents(10, [low / 10, high * 10]);
  const sets = WITHIN_DECADE.map((factors) =>
    range(from, to, 1)
      .flatMap((exponent) => factors.map((factor) => Number(`${factor}e${exponent}`)))
      .filter((tick) => tick >= low && tick <= high),
  );
  return sets.find((ticks) => ticks.length <= most) ?? powers(10, domain, most);
}

/** All are powers of two; or, in the thousands, one and a half times such a power, as sizes of memory are. */
function goByDoublings(values: number[]): boolean {
  const isPower = (value: number) => Number.isInteger(Math.log2(value));
  if (values.every(isPower)) return true;
  return Math.max(...values) >= 1024 && values.every((value) => isPower(value) || isPower(value / 3));
}

/** Every power, or every second, third … if there are too many. */
function powers(base: number, domain: [number, number], most: number): number[] {
  const [from, to] = exponents(base, domain);
  const step = Math.max(1, Math.ceil((to - from + 1) / most));
  return range(from, to, step).map((exponent) => base ** exponent);
}

/** Exponents of the first and the last power inside the domain; ends that are powers count as inside. */
function exponents(base: number, [low, high]: [number, number]): [number, number] {
  const log = (value: number) => Math.log(value) / Math.log(base);
  return [Math.ceil(log(low) - 1e-9), Math.floor(log(high) + 1e-9)];
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
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
export function ticksOf(scale: Scale, most: number): number[] {
  return scale.type === "log" ? logTicks(scale, most) : linearTicks(scale, most);
}

/** As many ticks of a horizontal axis, up to `most`, as leave their numbers apart on `width` pixels. */
export function ticksThatFit(scale: Scale, width: number, most: number): number[] {
  for (let n = most; n > 1; --n) {
    const ticks = ticksOf(scale, n);
    const apart = ticks.slice(1).every((tick, i) => {
      const room = (scale.at(tick) - scale.at(ticks[i])) * width;
      return room >= (widthOf(tickText(tick)) + widthOf(tickText(ticks[i]))) / 2 + TICK_GAP;
    });
    if (apart) return ticks;
  }
  return ticksOf(scale, 1);
}

/** A tick's number: no sign of the binary fraction behind 0.30000000000000004. */
export function tickText(value: number): string {
  return count(Number(value.toPrecision(12)));
}
