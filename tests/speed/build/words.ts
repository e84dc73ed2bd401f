import { type Random, seeded } from "../../../src/simulate/random.ts";

const ONSETS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z"];
const VOWELS = ["a", "e", "i", "o", "u"];

/** Share of the longer words of prose that are replaced. */
const REPLACED = 0.15;

/** Prose that stands alone on its line: nothing that Markdown, MDX or a link could mean otherwise. */
const PROSE_LINE = /^ {0,4}[A-Za-z“*][^<>{}=|`[\]]*$/;

/** Made-up words of one copy of a text; the same seed gives the same words. */
export class Words {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  /** "kelomi". */
  word(): string {
    const syllable = () => this.pick(ONSETS) + this.pick(VOWELS);
    return Array.from({ length: 2 + Math.floor(this.random() * 3) }, syllable).join("");
  }

  /** "kelomi tandu vero". */
  phrase(length: number): string {
    return Array.from({ length }, () => this.word()).join(" ");
  }

  /** A text with some words of its prose replaced; front matter, code, tags and headings stay as they are. */
  reworded(text: string): string {
    let closing: string | null = text.startsWith("---\n") ? "---" : null;
    const lines = text.split("\n").map((line, i) => {
      const fence = /^ *(```|---$)/.exec(line)?.[1];
      if (closing !== null) {
        if (i > 0 && fence === closing) closing = null;
        return line;
      }
      if (fence === "```") closing = fence;
      return PROSE_LINE.test(line) && !/^(import|export|title|description)\b/.test(line)
        ? line.replace(/(?<= )[a-z]{6,}(?=[ ,.])/g, (word) => (this.random() < REPLACED ? this.word() : word))
        : line;
    });
    return lines.join("\n");
  }

  private pick(from: readonly string[]): string {
    return from[Math.floor(this.random() * from.length)];
  }
}
