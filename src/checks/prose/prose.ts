import { markdownToMdast } from "satteri";
import { readNotebook } from "../../notebook/compile/read.ts";
import { features } from "../../site/chapters/mdx.ts";
import type { MarkNode, Page } from "./page.ts";

/** The words of a file where they stand: `words` is as long as `text`, and blank where the file holds anything else. */
export interface Prose {
  file: string;
  text: string;
  words: string;
}

/** Which words of a page are wanted. */
export interface Wanted {
  /** components whose content is left out, as in ["Sources"] */
  without: string[];
  /** attributes of components that hold words, as in ["asks"] */
  attributes: string[];
}

/** Words of readers' guesses and options included. */
export const everything: Wanted = {
  without: ["Sources", "FurtherReading"],
  attributes: ["asks", "says", "title", "alt", "guesses"],
};

/** The words of a page: no code, no names of components, no addresses. */
export function proseOfPage({ file, text, nodes }: Page, { without, attributes }: Wanted): Prose {
  const words = new Words(text);
  for (const { node, inside } of nodes) {
    if (inside.some((name) => without.includes(name))) continue;
    const { start, end } = node.position;
    if (node.type === "text") words.keep(start.offset, end.offset);
    if (node.type === "yaml")
      for (const { index, 0: line, 1: key } of node.value?.matchAll(/^(title|description): .*$/gm) ?? []) {
        const from = text.indexOf("\n", start.offset) + 1 + index + key.length + 1;
        words.keep(from, from + line.length - key.length - 1);
      }
    // those of a directive are no list
    if (Array.isArray(node.attributes))
      for (const [from, to] of attributeTexts(text, node, attributes)) words.keep(from, to);
  }
  return { file, text, words: words.toString() };
}

/** The words of the Markdown cells of a notebook; none if it cannot be read, which another check tells. */
export function proseOfNotebook(file: string, html: string): Prose {
  const words = new Words(html);
  const starts = lineStarts(html);
  for (const { mode, value, line, indents } of cellsOf(file, html)) {
    if (mode !== "md") continue;
    const own = lineStarts(value);
    // what is computed has no words of its own
    const text = value.replace(/\$\{[^}]*\}/g, (code) => " ".repeat(code.length));
    for (const node of nodesIn(
      markdownToMdast(text, { features: { ...features, smartPunctuation: false } }) as MarkNode,
    ))
      if (node.type === "text")
        for (let i = node.position.start.offset; i < node.position.end.offset; ++i) {
          const row = own.findLastIndex((start) => start <= i);
          const at = starts[line - 1 + row] + indents[row] + i - own[row];
          if (text[i] !== "\n" && text[i] === value[i]) words.keep(at, at + 1);
        }
  }
  return { file, text: html, words: words.toString() };
}

function cellsOf(file: string, html: string) {
  try {
    return readNotebook(file, html).cells;
  } catch {
    return [];
  }
}

function* nodesIn(node: MarkNode): Generator<MarkNode> {
  yield node;
  for (const child of node.children ?? []) yield* nodesIn(child);
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Where the texts of a component's attributes stand; of lists of texts, each text. */
function* attributeTexts(text: string, node: MarkNode, names: string[]): Generator<[number, number]> {
  const from = node.position.start.offset;
  const to = node.children?.[0]?.position?.start.offset ?? node.position.end.offset;
  const tag = text.slice(from, to);
  for (const { name, value } of node.attributes ?? []) {
    if (!name || !names.includes(name)) continue;
    const at = new RegExp(`\\s${name}=`).exec(tag);
    if (!at) continue;
    const begin = at.index + at[0].length;
    if (typeof value === "string") {
      const length = tag.slice(begin + 1).indexOf(tag[begin]);
      yield [from + begin + 1, from + begin + 1 + length];
    } else {
      const code = (value as { value?: string } | null)?.value ?? "";
      for (const { index, 0: literal } of code.matchAll(/"[^"]*"|'[^']*'/g)) {
        const start = from + tag.indexOf(code, begin) + index;
        yield [start + 1, start + literal.length - 1];
      }
    }
  }
}

/** A text of which only some stretches are kept. */
class Words {
  readonly #text: string;
  readonly #kept: string[];

  constructor(text: string) {
    this.#text = text;
    this.#kept = text.replace(/[^\n]/g, " ").split("");
  }

  keep(from: number, to: number): void {
    for (let i = from; i < to; ++i) this.#kept[i] = this.#text[i];
  }

  toString(): string {
    // what is to be filled in is no text yet, and a check of its own lists it
    return this.#kept.join("").replace(/FILL IN: [^\n]*/g, (open) => " ".repeat(open.length));
  }
}
