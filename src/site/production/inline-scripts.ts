import { createHash } from "node:crypto";
import { type DefaultTreeAdapterMap, parse } from "parse5";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

/** Types of `<script>` that run; others are data, which no policy touches (HTML, "prepare the script element"). */
const RUNNABLE = /^$|^module$|^importmap$|^speculationrules$|(java|ecma)script/i;

/** What a Content Security Policy has to know about a page. */
export interface PageScripts {
  /** `'sha256-…'` of each inline script that runs */
  hashes: string[];
  /** `onclick` and other attributes with code: no hash allows them */
  handlers: string[];
  /** scripts, styles, fonts and frames of other hosts */
  foreign: string[];
  /** where the policy belongs: after `<meta charset>`, which has to be in the first 1,024 bytes */
  insertAt: number;
}

/** Reads a built page. */
export function pageScripts(html: string): PageScripts {
  const found: PageScripts = { hashes: [], handlers: [], foreign: [], insertAt: metaPlace(html) };
  for (const element of elements(parse(html))) {
    const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
    if (element.tagName === "script" && !("src" in attributes) && RUNNABLE.test(attributes.type ?? ""))
      found.hashes.push(scriptHash(text(element)));
    found.handlers.push(
      ...Object.keys(attributes)
        .filter((name) => /^on[a-z]+$/.test(name))
        .map((name) => `<${element.tagName} ${name}>`),
    );
    const address = loads(element.tagName, attributes);
    if (/^(https?:)?\/\//.test(address)) found.foreign.push(address);
  }
  return found;
}

/** Characters that hold the beginning of `<head>`: `<meta charset>` has to be in the first 1,024 bytes. */
const BEGINNING = 2048;

/** Where in a built page a `<meta>` belongs, read from its beginning alone. */
export function metaPlace(html: string): number {
  let place = 0;
  for (const element of elements(parse(html.slice(0, BEGINNING), { sourceCodeLocationInfo: true }))) {
    const { tagName, attrs, sourceCodeLocation } = element;
    const isCharset = tagName === "meta" && attrs.some(({ name }) => name === "charset");
    if (tagName === "head" || isCharset)
      place = sourceCodeLocation?.startTag?.endOffset ?? sourceCodeLocation?.endOffset ?? 0;
  }
  return place;
}

/** `'sha256-…'` as a policy lists it. */
export function scriptHash(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** The address that an element makes the browser fetch by itself, or "". */
function loads(tagName: string, attributes: Record<string, string>): string {
  if (["script", "img", "iframe", "source", "video", "audio", "embed"].includes(tagName))
    return attributes.src ?? "";
  const fetches = /stylesheet|icon|preload|prefetch|preconnect|manifest/.test(attributes.rel ?? "");
  return tagName === "link" && fetches ? (attributes.href ?? "") : "";
}

/** In the order of the page. */
function* elements(root: Node): Generator<Element> {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if ("tagName" in node) yield node;
    if ("childNodes" in node) pending.push(...node.childNodes.toReversed());
  }
}

function text(element: Element): string {
  return element.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
}
