/** A cell's text on which types are blanked out; what remains keeps its line and column. */
export class Blanked {
  readonly source: string;
  private readonly characters: string[];

  constructor(source: string) {
    this.source = source;
    this.characters = source.split("");
  }

  /** Replaces everything but line ends by spaces. */
  blank(start: number, end: number): void {
    for (let i = start; i < end; ++i) if (!isLineEnd(this.characters[i])) this.characters[i] = " ";
  }

  /** Puts one character in the place of another. */
  put(at: number, character: string): void {
    this.characters[at] = character;
  }

  /** Offset of the next character of the source that is neither space nor in a comment. */
  next(from: number): number {
    trivia.lastIndex = from;
    trivia.exec(this.source);
    return trivia.lastIndex;
  }

  /** The last character before `to` that is left, comments aside; empty if there is none. */
  previous(to: number): string {
    const before = this.characters.slice(0, to).join("");
    return before
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
      .trimEnd()
      .slice(-1);
  }

  /** Word at an offset of the source, if one starts there. */
  word(at: number): string {
    word.lastIndex = at;
    return word.exec(this.source)?.[0] ?? "";
  }

  hasLineEnd(start: number, end: number): boolean {
    return [...this.source.slice(start, end)].some(isLineEnd);
  }

  toString(): string {
    return this.characters.join("");
  }
}

/** Spaces and comments, possibly none, from `lastIndex` on. */
const trivia = /(?:\s|\/\*[\s\S]*?\*\/|\/\/.*)*/y;
const word = /[\p{ID_Continue}$]+/uy;

function isLineEnd(character: string): boolean {
  return "\n\r\u2028\u2029".includes(character);
}
