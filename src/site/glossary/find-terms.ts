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

/**
 * Finds the first term of a text from `start` on, the longer of two that begin together; those in `taken` are passed over, and those that
 * do not fit are not looked for.
 */
export type TermFinder<T extends Named> = (
  text: string,
  start: number,
  taken: ReadonlySet<T>,
  fits?: (named: T) => boolean,
) => Found<T> | undefined;

/** A name of a term, under the first word of it. */
interface Name<T> {
  named: T;
  name: string;
  /** where in the name its first word begins */
  offset: number;
  /** made when a text has that word: a book of a thousand chapters has tens of thousands of names */
  pattern?: RegExp;
}

/** What counts as one word. */
const WORD = /[\p{L}\p{N}_-]+/gu;
const NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}_-])";
const NO_WORD_AFTER = "(?![\\p{L}\\p{N}_-])";

/**
 * Prepares the search for terms and their other names: whole words, in the plural as well, upper or lower case unless the
 * name is an abbreviation ("TAGE"). The time it takes grows with the text, not with the number of terms.
 */
export function termFinder<T extends Named>(terms: readonly T[]): TermFinder<T> {
  const byWord = new Map<string, Name<T>[]>();
  for (const { name, named } of terms
    .flatMap((named) => [named.term, ...named.also].map((name) => ({ name, named })))
    .sort((a, b) => b.name.length - a.name.length)) {
    const [first] = name.matchAll(WORD);
    if (!first) continue;
    const key = first[0].toLowerCase();
    byWord.set(key, [...(byWord.get(key) ?? []), { named, name, offset: first.index }]);
  }
  return (text, start, taken, fits = () => true) => {
    const words = new RegExp(WORD);
    words.lastIndex = start;
    for (let word = words.exec(text); word; word = words.exec(text)) {
      const { index } = word;
      const names = singulars(word[0].toLowerCase())
        .flatMap((singular) => byWord.get(singular) ?? [])
        .sort((a, b) => b.name.length - a.name.length);
      for (const name of names) {
        if (!fits(name.named) || index - name.offset < start) continue;
        name.pattern ??= new RegExp(`${NO_WORD_BEFORE}(?:${patternOf(name.name)})${NO_WORD_AFTER}`, "uy");
        name.pattern.lastIndex = index - name.offset;
        const match = name.pattern.exec(text);
        if (!match) continue;
        if (!taken.has(name.named)) return { named: name.named, words: match[0], index: match.index };
        words.lastIndex = match.index + match[0].length;
        break;
      }
    }
    return undefined;
  };
}

/** A word, and what it may be the plural of, as `patternOf` forms it. */
function singulars(word: string): string[] {
  return [
    word,
    ...[/ies$/, /es$/, /s$/].flatMap((end, i) =>
      end.test(word) ? [word.replace(end, i === 0 ? "y" : "")] : [],
    ),
  ];
}

/** Regular expression for a name and its plural. */
function patternOf(name: string): string {
  const words = name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/\s+/g, "\\s+");
  const plural = /[^aeiou]y$/.test(name) ? `${words.slice(0, -1)}(?:y|ies)` : `${words}(?:e?s)?`;
  return /\p{Lu}/u.test(name.slice(1)) ? plural : `(?i:${plural})`;
}
