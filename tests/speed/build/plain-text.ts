/** What stands for a component in a page without components; undefined for one whose text attributes and content stay. */
export type Replace = (name: string, attributes: string) => string | undefined;

/**
 * The text of a page without its components: what stands between their tags stays, and so do the texts that readers see of attributes.
 * Imports and expressions go.
 */
export function plainText(source: string, replace: Replace): string {
  const [front] = /^---\n[\s\S]*?\n---\n/.exec(source) ?? [""];
  const body = source.slice(front.length).replace(/^import [\s\S]*?;\n/gm, "");
  let out = "";
  for (let at = 0; at < body.length; ) {
    const end = endOf(body, at);
    out +=
      end.kind === "tag"
        ? plainTag(body.slice(at, end.at), replace)
        : end.kind === "expression"
          ? ""
          : body.slice(at, end.at);
    at = end.at;
  }
  return `${titleAndDescription(front)}\n${out}`;
}

type Kind = "code" | "tag" | "expression" | "text";

/** What begins at a place of a page, and where it ends. */
function endOf(text: string, at: number): { kind: Kind; at: number } {
  const [fence] = /^(```|`)/.exec(text.slice(at, at + 3)) ?? [];
  if (fence) {
    const close = text.indexOf(fence, at + fence.length);
    return { kind: "code", at: close < 0 ? text.length : close + fence.length };
  }
  if (/^<\/?([A-Z]|>)/.test(text.slice(at, at + 3))) return { kind: "tag", at: afterTag(text, at) };
  if (text[at] === "{") return { kind: "expression", at: afterBraces(text, at) };
  const [plain] = /^[^`<{]+/.exec(text.slice(at)) ?? [text[at]];
  return { kind: "text", at: at + plain.length };
}

function afterTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length; ++at) {
    if (text[at] === '"') at = text.indexOf('"', at + 1);
    else if (text[at] === "{") at = afterBraces(text, at) - 1;
    else if (text[at] === ">") return at + 1;
  }
  return text.length;
}

function afterBraces(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ++at) {
    const quote = /["'`]/.test(text[at]) && depth > 0 && !text.startsWith("{/*", start) ? text[at] : "";
    if (quote) at = text.indexOf(quote, at + 1);
    else if (text[at] === "{") ++depth;
    else if (text[at] === "}" && --depth === 0) return at + 1;
  }
  return text.length;
}

function plainTag(tag: string, replace: Replace): string {
  const [, name] = /^<([A-Z]\w*)/.exec(tag) ?? [];
  if (!name) return "";
  const replaced = replace(name, tag);
  if (replaced !== undefined) return replaced;
  const texts = [...tag.matchAll(/\b(?:asks|says|title)="([^"]*)"/g)].map(([, text]) => text);
  const guesses = /guesses=\{\[([\s\S]*?)\]\}/.exec(tag)?.[1] ?? "";
  const listed = [...guesses.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => `- ${text}`);
  return texts.length + listed.length > 0 ? `\n\n${[...texts, ...listed].join("\n\n")}\n\n` : "";
}

/** Starlight knows no other fields of ours. */
function titleAndDescription(front: string): string {
  const lines = front.split("\n").filter((line) => /^(title|description):/.test(line));
  return ["---", ...lines, "---"].join("\n");
}
