/** True for a cell that a reader may change: one that an experiment's worker evaluates. */
export function isEditable(
  id: number,
  experiments: readonly { cell: number; helpers: readonly number[] }[],
): boolean {
  return experiments.some(({ cell, helpers }) => cell === id || helpers.includes(id));
}
