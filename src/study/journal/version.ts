/** Makes an entry of one version of the format out of one of the version before. */
export type Step = (entry: Record<string, unknown>) => Record<string, unknown>;

/**
 * What changed in the format, oldest first: the step at index 0 leads from version 1 to version 2. A step is applied to what is on
 * the device when a page is first opened, and to files that are imported. Add to the end; never change one that was published.
 */
export const steps: readonly Step[] = [];

/** The version of the format that this book writes. */
export const versionOf = (changes: readonly Step[]) => changes.length + 1;

/** Brings an entry from the version `from` to the newest. */
export function upgraded(
  entry: Record<string, unknown>,
  from: number,
  changes: readonly Step[] = steps,
): Record<string, unknown> {
  return changes.slice(from - 1).reduce((value, step) => step(value), entry);
}
