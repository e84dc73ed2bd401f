/** A text as the filter compares it: lower case, without accents, punctuation as blanks. */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether every word of the query begins a word of a text; both as `plainText` gives them. */
export function matches(text: string, query: string): boolean {
  const padded = ` ${text}`;
  return query.split(" ").every((word) => padded.includes(` ${word}`));
}
