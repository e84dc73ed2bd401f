import type { Part } from "../book/book.ts";

/** Entries of a list that belong to one part of the book. */
export interface PartGroup<T> {
  /** the part's id; "others" for what belongs to none */
  id: string;
  title: string;
  entries: T[];
}

/** Groups entries by their part, in the order of the book; those of no part (`part` is "") come last. */
export function byPart<T extends { part: string }>(
  entries: readonly T[],
  parts: readonly Pick<Part, "id" | "title">[],
): PartGroup<T>[] {
  const known = parts.map(({ id, title }) => ({
    ...{ id, title },
    entries: entries.filter(({ part }) => part === id),
  }));
  const others = entries.filter(({ part }) => parts.every(({ id }) => id !== part));
  const groups = [...known, { id: "others", title: "Outside of the parts", entries: others }];
  return groups.filter((group) => group.entries.length > 0);
}
