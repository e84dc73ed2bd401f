/** Six significant digits: finer than any clock here, and a record stays small. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}
