import { statSync } from "node:fs";

/**
 * Keeps what was read of files until they change. A page of the book asks for the same facts, notebooks and lists many times, and each of
 * a thousand pages does.
 * @param read reads a file by its path
 * @param most how many files are kept at once, those that were asked for last; large ones would fill the memory
 */
export function keptByFile<T>(
  read: (path: string) => T,
  most = Number.POSITIVE_INFINITY,
): (path: string) => T {
  const kept = new Map<string, { changed: number; size: number; value: T }>();
  return (path) => {
    const { mtimeMs: changed, size } = statSync(path);
    const known = kept.get(path);
    if (known?.changed === changed && known.size === size) {
      if (Number.isFinite(most)) kept.delete(path);
      kept.set(path, known);
      return known.value;
    }
    const value = read(path);
    kept.set(path, { changed, size, value });
    if (kept.size > most) kept.delete(kept.keys().next().value as string);
    return value;
  };
}
