import { markdownToHast, mdxToHast } from "satteri";

/** What the book reads of a page's syntax tree: hast with the nodes of MDX. */
export interface Node {
  type: string;
  /** of an element */
  tagName?: string;
  properties?: Record<string, unknown>;
  /** of a JSX element: "Fact", or "section" for HTML that was written as a tag */
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  /** of text, and of expressions as they are written */
  value?: string;
  children?: Node[];
  position?: { start: { line: number; column: number } };
}

/** As Astro and Starlight parse it. */
export const features = { gfm: true, smartPunctuation: true, directive: true };

/**
 * The syntax tree of a page, front matter left out, with the lines of the file.
 * @param file tells Markdown from MDX by its ending
 * @throws an Error whose message begins with line and column if the page is not valid
 */
export function parsePage(file: string, text: string): Node {
  const parse = file.endsWith(".mdx") ? mdxToHast : markdownToHast;
  return parse(text, { features }) as Node;
}

/** All text below a node. */
export function textOf({ type, value, children = [] }: Node): string {
  return type === "text" ? (value ?? "") : children.map(textOf).join("");
}

/** The tag of an element, whether Markdown or JSX made it; "" for other nodes. */
export function tagOf({ tagName, name }: Node): string {
  return tagName ?? name ?? "";
}

/** The attributes of a JSX element that are plain text; "" for one that has no value. Expressions are left out. */
export function attributesOf({ attributes = [] }: Node): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap(({ name, value }) => {
      if (!name) return [];
      if (value === null || value === undefined) return [[name, ""]];
      return typeof value === "string" ? [[name, value]] : [];
    }),
  );
}

/** A node and all below it, in the order of the text. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}
