import { make } from "./make.ts";

/**
 * Code with the few colours that the page gives to code, for as long as no editor is loaded. It knows words and not
 * grammar: enough to be read beside cells that the build has coloured.
 */
export function colouredCode(text: string): HTMLElement {
  const code = make("code", "");
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    const kind = Object.keys(match.groups ?? {}).find((name) => match.groups?.[name] !== undefined);
    code.append(text.slice(end, match.index), make("span", `nb-${kind}`, match[0]));
    end = match.index + match[0].length;
  }
  code.append(text.slice(end));
  return make("pre", "nb-code", code);
}

const words =
  "as async await break case catch class const continue declare default delete do else extends finally for from function if implements import in instanceof interface let new null of return satisfies static super switch this throw try type typeof undefined var void while yield";

const tokens = new RegExp(
  [
    String.raw`(?<comment>\/\/.*|\/\*[^]*?(?:\*\/|$))`,
    String.raw`(?<string>"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|${"`"}(?:[^${"`"}\\]|\\[^])*${"`"}?)`,
    String.raw`(?<keyword>\b(?:${words.replaceAll(" ", "|")})\b|=>)`,
    String.raw`(?<literal>\b(?:\d[\w.]*|true|false|number|string|boolean|unknown|[A-Z]\w*)\b)`,
    String.raw`(?<name>\b[\w$]+(?=\())`,
  ].join("|"),
  "g",
);
