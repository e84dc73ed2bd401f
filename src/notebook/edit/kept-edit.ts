/** A changed cell as it is kept on the device. */
export interface KeptEdit {
  cell: number;
  /** hash of the text that was changed: once the book has another, this is an edit of an earlier version */
  version: string;
  text: string;
  /** time of the last change, ISO 8601 */
  at: string;
  /** true if the reader put something else in its place: it is offered, and not in force */
  aside: boolean;
}

/** Reads what storage holds; anything that is not an edit is left out. */
export function parseEdits(json: string): KeptEdit[] {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.filter(isKeptEdit) : [];
  } catch {
    return [];
  }
}

function isKeptEdit(value: unknown): value is KeptEdit {
  if (typeof value !== "object" || value === null) return false;
  const { cell, version, text, at, aside } = value as Record<keyof KeptEdit, unknown>;
  return (
    Number.isSafeInteger(cell) &&
    [version, text, at].every((v) => typeof v === "string") &&
    typeof aside === "boolean"
  );
}

/** True if both are the same change of the same cell. */
export function isSame(a: KeptEdit, b: KeptEdit): boolean {
  return a.cell === b.cell && a.version === b.version && a.aside === b.aside && (!a.aside || a.at === b.at);
}
