import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Chapter } from "../chapters/chapter.ts";
import { attributesOf, type Node, tagOf } from "../chapters/mdx.ts";
import { factText, loadFact } from "../numbers/facts.ts";

/** Tags that a definition may hold. */
const TAGS = ["p", "em", "strong", "code", "a", "sub", "sup", "q", "kbd", "var", "i", "b"];

/** Something in a definition that stands for nothing outside of its page. */
export class DefinitionError extends Error {
  readonly node: Node;
  readonly fix: string;
  constructor(node: Node, what: string, fix: string) {
    super(what);
    this.node = node;
    this.fix = fix;
  }
}

/**
 * What stands between the tags of a definition, closed by a full stop, as HTML and without tags: text, simple markup, facts, and values of what
 * the page imports.
 * @throws DefinitionError for anything else
 */
export function contentOf(
  { children = [] }: Node,
  chapter: Chapter,
  root: string,
): { html: string; text: string } {
  const content = children
    .map((child) => htmlOf(child, chapter, root))
    .join("")
    .replace(/[ \n]+/g, " ")
    .trim();
  const html = !content || /[.!?…”)]$/.test(plain(content)) ? content : `${content}.`;
  return { html, text: plain(html) };
}

function htmlOf(node: Node, chapter: Chapter, root: string): string {
  if (node.type === "text") return escaped(node.value ?? "");
  if (/^mdx(Text|Flow)Expression$/.test(node.type)) return escaped(String(evaluated(node, chapter, root)));
  const tag = tagOf(node);
  if (tag === "Fact") return factIn(node, root);
  if (!TAGS.includes(tag)) throw refused(node, `it holds <${tag}>`);
  const inside = (node.children ?? []).map((child) => htmlOf(child, chapter, root)).join("");
  if (tag !== "a") return `<${tag}>${inside}</${tag}>`;
  const href = String(node.properties?.href ?? attributesOf(node).href ?? "");
  return `<a href="${escaped(href.startsWith("#") ? `/${chapter.id}/${href}` : href)}">${inside}</a>`;
}

function factIn(node: Node, root: string): string {
  const { id = "" } = attributesOf(node);
  if (!existsSync(join(root, `content/facts/${id}.yaml`)))
    throw new DefinitionError(
      node,
      `there is no fact “${id}”`,
      `Write content/facts/${id}.yaml, or correct the id`,
    );
  return `<data class="hp-number">${escaped(factText(loadFact(id)))}</data>`;
}

/** The value of an expression over names that the page imports from modules of the project. */
function evaluated(node: Node, { file, tree }: Chapter, root: string): unknown {
  const load = createRequire(join(root, file));
  const names: Record<string, unknown> = {};
  for (const { type, value = "" } of tree.children ?? []) {
    if (type !== "mdxjsEsm") continue;
    for (const [, list, module] of value.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']([^"']+\.ts)["']/g))
      for (const name of list.split(",").map((word) => word.trim())) names[name] = load(module)[name];
  }
  try {
    return new Function(...Object.keys(names), `return (${node.value})`)(...Object.values(names));
  } catch (error) {
    throw refused(node, `{${node.value}} has no value: ${(error as Error).message}`);
  }
}

function refused(node: Node, what: string): DefinitionError {
  return new DefinitionError(
    node,
    what,
    `Keep to text, ${TAGS.slice(1).join(", ")}, <Fact> and values of imported names`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .trim();
}
