import GithubSlugger from "github-slugger";
import { anchorOf, KINDS } from "../study/items.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { attributesOf, type Node, nodesOf, parsePage, tagOf, textOf } from "./mdx.ts";

/** A heading of a page, or the page itself where `id` is "". */
export interface Section {
  id: string;
  title: string;
}

/** Where a page uses a component. */
export interface Use {
  /** "Fact" */
  component: string;
  /** those that are plain text */
  attributes: Record<string, string>;
  section: Section;
  node: Node;
  line: number;
  column: number;
}

/** What a page of the book holds, as far as other pages and checks tell of it. */
export interface Chapter extends FrontMatter {
  /** "cpu/branches" */
  id: string;
  file: string;
  /** in the order of the page */
  headings: Section[];
  /** every id of the page that can be linked to, and the section it is in */
  anchors: Map<string, Section>;
  uses: Use[];
  tree: Node;
}

/**
 * Reads the text of a page.
 * @param file "content/cpu/branches.mdx"
 * @returns the page, with an empty tree if it cannot be parsed: `problems` then says where and why
 */
export function readChapter(file: string, text: string): Chapter {
  const front = readFrontMatter(file, text);
  const id = file.replace(/^content\//, "").replace(/\.mdx?$/, "");
  try {
    const tree = parsePage(file, text);
    return { id, file, ...front, ...outlineOf(tree), tree };
  } catch (error) {
    const [, place = "1:1", what] = /^(?:(\d+:\d+): )?(.*)/s.exec((error as Error).message) ?? [];
    const problem = `${file}:${place}: ${what}. Correct the syntax at this place.`;
    const nothing = { headings: [], anchors: new Map(), uses: [], tree: { type: "root" } };
    return { id, file, ...front, ...nothing, problems: [...front.problems, problem] };
  }
}

function outlineOf(tree: Node): Pick<Chapter, "headings" | "anchors" | "uses"> {
  const slugger = new GithubSlugger();
  const headings: Section[] = [];
  const anchors = new Map<string, Section>();
  const uses: Use[] = [];
  let section: Section = { id: "", title: "" };
  for (const node of nodesOf(tree)) {
    const tag = tagOf(node);
    const attributes = attributesOf(node);
    let id = attributes.id ?? String(node.properties?.id ?? "");
    if (/^h[1-6]$/.test(tag)) {
      const title = textOf(node).trim();
      // as Astro does it: headings that are written as tags keep the id they have, or none
      if (node.type === "element") id ||= slugger.slug(textOf(node));
      if (id) headings.push({ id, title });
      if (id) section = { id, title };
    }
    const isComponent = /^[A-Z]/.test(tag);
    const kind = KINDS[tag as keyof typeof KINDS];
    if (id && kind) anchors.set(anchorOf(kind, id), section);
    if (id && !isComponent) anchors.set(id, section);
    if (isComponent) {
      const { line, column } = node.position?.start ?? { line: 1, column: 1 };
      uses.push({ component: tag, attributes, section, node, line, column });
    }
  }
  return { headings, anchors, uses };
}
