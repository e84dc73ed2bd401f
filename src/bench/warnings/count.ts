/** How many of the values pass the test. */
export function count<T>(values: readonly T[], test: (value: T) => boolean): number {
  return values.filter(test).length;
}
