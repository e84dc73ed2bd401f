/** Numbers and times as sentences and figures print them: no more digits than a measurement carries. */

/** Units of time by their length in ns, longest first. */
export const UNITS: [size: number, name: string][] = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
  [1, "ns"],
];

/** Keeps a number and its unit on one line. */
export const NO_BREAK = "\u00a0";

/** Two significant digits, and all digits of the whole part: 0.95, 4.1, 22, 168. */
export function short(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  // the size after rounding: 9.96 is 10, not 10.0
  const size = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(2)))));
  return value.toFixed(Math.max(0, 1 - size)).replace("-", "−");
}

/** A time in the unit that keeps it between 1 and 1,000: "4.1 ns", "22 µs". */
export function time(ns: number): string {
  // 999.6 ns rounds to 1,000, which is 1.0 µs
  const [size, name] = UNITS.find(([size]) => ns >= size * 0.9995) ?? UNITS[UNITS.length - 1];
  return `${short(ns / size)}${NO_BREAK}${name}`;
}
