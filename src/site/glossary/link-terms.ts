import { fileURLToPath } from "node:url";
import { attributesOf, type Node, nodesOf, tagOf, textOf } from "../chapters/mdx.ts";
import { type Definition, namesIn } from "./definitions.ts";
import { type Named, type TermFinder, termFinder } from "./find-terms.ts";

/** The part of a Sätteri hast context that the plugin needs. */
interface Context {
  fileURL: URL | undefined;
  replaceNode(node: Node, content: Node[]): void;
  wrapNode(node: Node, parent: Node): void;
}

/** What prose is made of: terms are linked in these, where Markdown and no component made them. */
const PROSE = ["p", "ul", "ol", "li", "blockquote", "aside", "div", "em", "strong"];

/** The search for the linked terms of some definitions; made once for all pages. */
let prepared: { definitions: readonly Definition[]; find: TermFinder<Definition> } | undefined;

function finderOf(definitions: readonly Definition[]): TermFinder<Definition> {
  if (prepared?.definitions !== definitions)
    prepared = { definitions, find: termFinder(definitions.filter(({ linked }) => linked)) };
  return prepared.find;
}

/**
 * Markdown plugin: in every chapter the first use of a term that another chapter defines leads to the glossary, and a
 * definition shows its term as what is defined.
 * @param definitions of the whole book, asked for once for each page
 */
export function linkTerms(definitions: () => readonly Definition[]) {
  return {
    name: "hot-path-link-terms",
    before(root: Node, context: Context) {
      const file = context.fileURL ? fileURLToPath(context.fileURL).replaceAll("\\", "/") : "";
      // chapters only: content/<part>/<chapter>.mdx
      if (!/\/content\/[^/]+\/[^/]+\.mdx?$/.test(file)) return;
      for (const node of nodesOf(root)) {
        if (tagOf(node) !== "Define") continue;
        markTerm(node, context);
        if (isLoneLine(node)) context.wrapNode(node, { type: "element", tagName: "p", children: [] });
      }
      const find = finderOf(definitions());
      const isOther = ({ chapter }: Definition) => !file.endsWith(`/${chapter.file}`);
      linkProse(root, (text, start, taken) => find(text, start, taken, isOther), context);
    },
  };
}

function linkProse(root: Node, find: TermFinder<Definition>, context: Context): void {
  const linked = new Set<Definition>();
  const link = ({ id, text }: Definition, words: string): Node => ({
    ...{ type: "element", tagName: "a", children: [{ type: "text", value: words }] },
    properties: { href: `/glossary/#${id}`, class: "hp-term", title: text },
  });
  const visit = (node: Node): void => {
    if (node.type === "text") replaceTerms(node, find, linked, link, context);
    else if (isProse(node)) node.children?.forEach(visit);
  };
  root.children?.forEach(visit);
}

/** What is hidden from assistive technology, as the title of an aside is, must hold no link. */
function isProse({ type, tagName = "", properties = {} }: Node): boolean {
  const hidden = properties.ariaHidden ?? properties["aria-hidden"];
  return type === "element" && PROSE.includes(tagName) && hidden !== "true" && hidden !== true;
}

/** MDX takes the paragraph away from a component that is all of it. */
function isLoneLine({ type, children = [] }: Node): boolean {
  return type === "mdxJsxFlowElement" && children.every((child) => tagOf(child) !== "p");
}

/** Makes the first use of the term in its definition a `<dfn>`; where the author has set it off already, it stays as it is. */
function markTerm(definition: Node, context: Context): void {
  const { term = "", also = "" } = attributesOf(definition);
  const named: Named = { term, also: namesIn(also) };
  const find = termFinder(term ? [named] : []);
  const done = new Set<Named>();
  const mark = (_: Named, words: string): Node => ({
    ...{ type: "element", tagName: "dfn", properties: {}, children: [{ type: "text", value: words }] },
  });
  const visit = (node: Node): void => {
    if (node.type === "text") replaceTerms(node, find, done, mark, context);
    else if (["em", "strong", "code"].includes(tagOf(node)) && find(textOf(node), 0, done)) done.add(named);
    else node.children?.forEach(visit);
  };
  visit(definition);
}

/** Puts an element in the place of each term in a text that is not yet in `done`, and adds it there. */
function replaceTerms<T extends Named>(
  node: Node,
  find: TermFinder<T>,
  done: Set<T>,
  replace: (named: T, words: string) => Node,
  context: Context,
): void {
  const text = node.value ?? "";
  const pieces: Node[] = [];
  let end = 0;
  for (let found = find(text, 0, done); found; found = find(text, end, done)) {
    done.add(found.named);
    pieces.push({ type: "text", value: text.slice(end, found.index) }, replace(found.named, found.words));
    end = found.index + found.words.length;
  }
  if (pieces.length > 0) context.replaceNode(node, [...pieces, { type: "text", value: text.slice(end) }]);
}
