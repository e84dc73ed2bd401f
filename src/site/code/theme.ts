import type { ThemeRegistration } from "shiki";

/**
 * What a token can be, and the mark that the highlighter puts on it. A mark has the form of a colour and is never seen: pages have the
 * class of its kind in its place, and `tokens.css` the colours of each. So one theme serves light and dark, and code is read once.
 */
const MARKS = {
  comment: "#000001",
  keyword: "#000002",
  name: "#000003",
  literal: "#000004",
  string: "#000005",
};
const INK = "#000000";

/** What a token of code can be, besides text. */
export type TokenKind = keyof typeof MARKS;

export const KINDS = Object.keys(MARKS) as TokenKind[];

const byMark = new Map(KINDS.map((kind) => [MARKS[kind], kind]));

/** The kind that a mark stands for; undefined for the ink. */
export function kindOf(mark = ""): TokenKind | undefined {
  return byMark.get(mark.toLowerCase());
}

function rule(foreground: string, scope: string[], fontStyle = "") {
  return { scope, settings: { foreground, fontStyle } };
}

/** The book's theme for Shiki, used by code blocks and by notebook sources. */
export const codeTheme = {
  name: "hot-path",
  type: "light" as const,
  colors: { "editor.background": "#ffffff", "editor.foreground": INK },
  settings: [
    { settings: { foreground: INK, background: "#ffffff" } },
    rule(MARKS.comment, ["comment", "punctuation.definition.comment"], "italic"),
    rule(MARKS.keyword, ["keyword", "storage", "variable.language", "entity.name.tag"]),
    rule(INK, ["keyword.operator", "punctuation", "meta.brace", "storage.type.function.arrow"]),
    rule(MARKS.keyword, [
      "keyword.operator.new",
      "keyword.operator.expression",
      "storage.type.function.arrow",
    ]),
    rule(MARKS.name, ["entity.name.function", "support.function", "entity.name.command"]),
    rule(MARKS.literal, [
      "constant",
      "entity.name.type",
      "support.type",
      "support.class",
      "entity.other.attribute-name",
    ]),
    rule(MARKS.string, ["string", "punctuation.definition.string", "markup.inserted"]),
    rule(MARKS.keyword, ["markup.deleted"]),
  ],
} satisfies ThemeRegistration;
