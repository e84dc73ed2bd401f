import { median } from "../statistics/interval.ts";

/**
 * The values without lone strays, and made to rise: medians of three take out a value that stands out from both
 * neighbours (a step that only the first or the last value shows is such a stray too); then neighbours that fall are averaged
 * until none do. A sequence that rises evenly, or in steps of two values or more, stays as it is.
 * Sources: Tukey, Exploratory Data Analysis, 1977, chapter 7 (medians of three and the rule for the ends); Barlow and
 * others, Statistical Inference under Order Restrictions, 1972, section 1.2 (pool adjacent violators).
 */
export function monotone(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of withoutStrays(values)) {
    let pool = { sum: value, count: 1 };
    for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) => Array.from({ length: pool.count }, () => mean(pool)));
}

function withoutStrays(values: readonly number[]): number[] {
  const { length } = values;
  if (length < 3) return [...values];
  const inner = values.slice(1, -1).map((value, i) => median([values[i], value, values[i + 2]]));
  const end = (value: number, next: number, afterNext: number) =>
    median([value, next, 3 * next - 2 * afterNext]);
  const first = end(values[0], inner[0], inner.at(1) ?? inner[0]);
  const last = end(values[length - 1], inner[length - 3], inner.at(-2) ?? inner[length - 3]);
  return [first, ...inner, last];
}

function mean({ sum, count }: { sum: number; count: number }): number {
  return sum / count;
}
