/** One line of a good book made wrong. */
export interface Mistake {
  /** what a contributor did */
  name: string;
  file: string;
  /** stands once in the file; "" if the whole file is written anew */
  from: string;
  /** null if the file is removed */
  to: string | null;
  /** where it must be told: a file, and a text on the line or its number; where `to` stands unless given */
  at?: { file: string; text: string } | { file: string; line: number };
  /** a piece of what must be said */
  says: string;
}

/** Mistakes of one file, in short: name, from, to, what is said, and on which line if not that of `to`. */
export type Short = [name: string, from: string, to: string, says: string, at?: string | number];

/** Writes them out. */
export function inFile(file: string, list: Short[]): Mistake[] {
  return list.map(([name, from, to, says, at]) => ({
    name,
    file,
    from,
    to,
    says,
    ...(at !== undefined && { at: typeof at === "number" ? { file, line: at } : { file, text: at } }),
  }));
}
