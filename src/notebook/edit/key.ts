/** Where localStorage keeps the edits of a notebook. */
export function storageKey(notebook: string): string {
  return `hot-path:edits:${notebook}`;
}
