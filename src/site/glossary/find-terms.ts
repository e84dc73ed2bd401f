/** A term with its other names. */
export interface Named {
  term: string;
  also: readonly string[];
}

/** A term in a text. */
export interface Found<T extends Named> {
  named: T;
  /** as it is written there */
  words: string;
  index: number;
}

/** Finds the first term of a text from `start` on, the longer of two that begin together; those in `taken` are passed over. */
export type TermFinder<T extends Named> = (
  text: string,
  start: number,
  taken: ReadonlySet<T>,
) => Found<T> | undefined;

/**
 * Prepares the search for terms and their other names: whole words, in the plural as well, upper or lower case unless the
 * name is an abbreviation ("TAGE").
 */
export function termFinder<T extends Named>(terms: readonly T[]): TermFinder<T> {
  const names = terms
    .flatMap((named) => [named.term, ...named.also].map((name) => ({ name, named })))
    .sort((a, b) => b.name.length - a.name.length);
  const pattern = names.map(({ name }) => `(${patternOf(name)})`).join("|");
  const search = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${pattern})(?![\\p{L}\\p{N}_-])`, "gu");
  return (text, start, taken) => {
    if (names.length === 0) return undefined;
    search.lastIndex = start;
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const { named } = names[match.slice(1).findIndex((group) => group !== undefined)];
      if (!taken.has(named)) return { named, words: match[0], index: match.index };
    }
    return undefined;
  };
}

/** Regular expression for a name and its plural. */
function patternOf(name: string): string {
  const words = name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+");
  const plural = /[^aeiou]y$/.test(name) ? `${words.slice(0, -1)}(?:y|ies)` : `${words}(?:e?s)?`;
  return /\p{Lu}/u.test(name.slice(1)) ? plural : `(?i:${plural})`;
}
