import { createHash } from "node:crypto";
import { type Token, Tokenizer, TokenizerMode } from "parse5";

/** Elements whose content is text to the end tag (HTML, "tokenization" and "tree construction"), with the state that reads it. */
const TEXT_ONLY: Record<string, number> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

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
}

/** Reads a built page. */
export function pageScripts(html: string): PageScripts {
  const found: PageScripts = { hashes: [], handlers: [], foreign: [] };
  forEachElement(html, ({ tagName, attrs }, text) => {
    const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    if (tagName === "script" && !("src" in attributes) && RUNNABLE.test(attributes.type ?? ""))
      found.hashes.push(scriptHash(text));
    for (const { name } of attrs) if (/^on[a-z]+$/.test(name)) found.handlers.push(`<${tagName} ${name}>`);
    const address = loads(tagName, attributes);
    if (/^(https?:)?\/\//.test(address)) found.foreign.push(address);
  });
  return found;
}

/**
 * Goes through the start tags of a page without making a tree of it, which takes twice as long or more.
 * @param use gets each with the text up to its end tag if nothing but text can stand there, or ""
 */
export function forEachElement(html: string, use: (tag: Token.TagToken, text: string) => void): void {
  let open: Token.TagToken | null = null;
  let text = "";
  const add = ({ chars }: Token.CharacterToken) => {
    if (open) text += chars;
  };
  const close = () => {
    if (open) use(open, text);
    open = null;
    text = "";
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => {
        const state = TEXT_ONLY[tag.tagName];
        if (state === undefined) return use(tag, "");
        tokenizer.state = state;
        open = tag;
      },
      onEndTag: close,
      onEof: close,
      onCharacter: add,
      onNullCharacter: add,
      onWhitespaceCharacter: add,
      onComment: () => {},
      onDoctype: () => {},
    },
  );
  tokenizer.write(html, true);
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
