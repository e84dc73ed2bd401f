/** Units of a wait by their length in ms, longest first; a month and a year are those of the mean Gregorian calendar. */
const UNITS: [ms: number, one: string, many: string][] = [
  [31_556_952_000, "year", "years"],
  [2_629_746_000, "month", "months"],
  [86_400_000, "day", "days"],
  [3_600_000, "hour", "hours"],
  [60_000, "minute", "minutes"],
];

/** "10 minutes", "3 days", "1.4 years": the unit that keeps the number above 1, with a digit more for years. */
export function waitText(ms: number): string {
  const minute = UNITS[UNITS.length - 1];
  const [size, one, many] = UNITS.find(([size]) => ms >= size * 0.995) ?? minute;
  const number =
    one === "year" || one === "month" ? Number((ms / size).toFixed(1)) : Math.max(1, Math.round(ms / size));
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}
