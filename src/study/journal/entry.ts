/**
 * The journal is everything that a reader has told the book: one entry for each answer, never changed and never removed.
 * What holds now follows from all of them, so two tabs or two devices cannot overwrite each other's, and merging two journals
 * is their union.
 */
export type Entry = {
  /** unique on all devices */
  id: string;
  /** ms since 1970, by the clock of the device that wrote it */
  at: number;
  /** what it is about: "cpu/branches#card-cost" */
  item: string;
} & What;

/** What an entry says, by its kind. */
export type What =
  /** a predicted number, in the unit of its question */
  | { kind: "guess"; value: number }
  /** what the reader's own machine gave for a predicted number */
  | { kind: "measured"; value: number }
  /** the option opened first */
  | { kind: "choice"; option: string; right: boolean }
  /** a quiz: whether the reader had the answer */
  | { kind: "known"; known: boolean }
  /** a question of an interview */
  | { kind: "confidence"; confidence: Confidence }
  /** how well a card was recalled: again, hard, good, easy */
  | { kind: "grade"; grade: 1 | 2 | 3 | 4 }
  | { kind: "solved"; solved: boolean; by: "hand" | "claim" }
  /** a section of a chapter */
  | { kind: "read"; read: boolean; by: "hand" | "reading" }
  /** the reader follows a path, "study/paths#7-days", or no longer does */
  | { kind: "path"; followed: boolean }
  /** an answer in the mock interview: time in seconds, points by criterion, what the reader wrote */
  | { kind: "interview"; seconds: number; scores: Record<string, number>; note: string }
  /** takes back another entry */
  | { kind: "undo"; of: string };

export const CONFIDENCES = ["not yet", "shaky", "ready"] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type Kind = What["kind"];
/** Entries of one kind. */
export type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>;

/** The page of an item: "cpu/branches". */
export const pageOf = (item: string) => item.split("#")[0];

/** In the order of time; what was written in one millisecond stands in the same order everywhere. */
export function inOrder(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What still stands: without the entries that were taken back, in the order of time. */
export function standing(entries: Iterable<Entry>): Entry[] {
  const all = inOrder(entries);
  const taken = new Set(all.flatMap((entry) => (entry.kind === "undo" ? [entry.of] : [])));
  return all.filter(({ id, kind }) => kind !== "undo" && !taken.has(id));
}

/** The newest standing entry of a kind on each item. */
export function latest<K extends Kind>(entries: Iterable<Entry>, kind: K): Map<string, EntryOf<K>> {
  const found = standing(entries).filter((entry): entry is EntryOf<K> => entry.kind === kind);
  return new Map(found.map((entry) => [entry.item, entry]));
}

/** A name that no other entry has: the time in base 36 and 60 random bits. */
export function newId(at: number): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${at.toString(36)}-${[...random].map((n) => n.toString(36).padStart(7, "0").slice(-6)).join("")}`;
}
