import type { Definition } from "./definitions.ts";

/** A line of the glossary: a definition under its name, or one of its other names with a reference to it. */
export type Entry = { name: string; definition: Definition } | { name: string; see: Definition };

export interface Letter {
  /** "A", or "#" for what begins with no letter */
  letter: string;
  entries: Entry[];
}

/** The glossary in alphabetical order. Other names that would stand beside the term itself have no line of their own. */
export function lettersOf(definitions: readonly Definition[]): Letter[] {
  const entries = definitions.flatMap((definition): Entry[] => [
    { name: definition.term, definition },
    ...definition.also
      .filter((name) => initial(name) !== initial(definition.term))
      .map((name) => ({ name, see: definition })),
  ]);
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  entries.sort((a, b) => compare(a.name, b.name));
  const letters: Letter[] = [];
  for (const entry of entries) {
    const letter = initial(entry.name);
    const last = letters.at(-1);
    if (last?.letter === letter) last.entries.push(entry);
    else letters.push({ letter, entries: [entry] });
  }
  return letters;
}

function initial(name: string): string {
  const letter = name.normalize("NFKD").charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : "#";
}
