import { mdxToMdast } from "satteri";
import type { Place } from "../../site/book/yaml.ts";
import { features } from "../../site/chapters/mdx.ts";

/** A node of Markdown or MDX with its place in the file. */
export interface MarkNode {
  type: string;
  name?: string | null;
  /** of a heading */
  depth?: number;
  /** of a link or an image */
  url?: string;
  alt?: string | null;
  value?: string;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: MarkNode[];
  position: { start: { offset: number; line: number; column: number }; end: { offset: number } };
}

/** A page of the book, as checks of its words look at it. */
export interface Page {
  /** "content/cpu/branches.mdx", as messages name it */
  file: string;
  text: string;
  /** every node, parents first, each with the names of the components around it; none if the page cannot be parsed */
  nodes: { node: MarkNode; inside: string[] }[];
}

/** Reads a page. What keeps it from being parsed is told by the check of syntax. */
export function readPage(file: string, text: string): Page {
  try {
    // typographic quotes as they are written, so that texts are as long as their source
    const tree = mdxToMdast(text, { features: { ...features, smartPunctuation: false } }) as MarkNode;
    return { file, text, nodes: [...within(tree, [])] };
  } catch {
    return { file, text, nodes: [] };
  }
}

function* within(node: MarkNode, inside: string[]): Generator<Page["nodes"][number]> {
  yield { node, inside };
  const around = node.name ? [...inside, node.name] : inside;
  for (const child of node.children ?? []) yield* within(child, around);
}

/** The place of an offset, counted from 1. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** "content/cpu/branches.mdx:12:5: what. The fix." */
export function sayAt(
  { file, text }: Pick<Page, "file" | "text">,
  offset: number,
  what: string,
  fix: string,
): string {
  const { line, column } = placeOf(text, offset);
  return `${file}:${line}:${column}: ${what}. ${fix}.`;
}
