import type { ThemeRegistration } from "shiki";

/** The few colours in which code is set. Each has at least 4.5:1 on its background. */
interface CodePalette {
  ink: string;
  paper: string;
  comment: string;
  keyword: string;
  name: string;
  literal: string;
  string: string;
}

const LIGHT: CodePalette = {
  ink: "#24282e",
  paper: "#f4f5f3",
  comment: "#64696f",
  keyword: "#a63410",
  name: "#1d4f8c",
  literal: "#6f3f96",
  string: "#2a6a45",
};

const DARK: CodePalette = {
  ink: "#d9dbd7",
  paper: "#1d2125",
  comment: "#8f979f",
  keyword: "#ff9d73",
  name: "#8fc1f5",
  literal: "#cdaaf0",
  string: "#93cfa6",
};

/** Shiki themes of the book, used by code blocks and by notebook sources. */
export const light = theme("hot-path-light", "light", LIGHT);
export const dark = theme("hot-path-dark", "dark", DARK);

/** Names of the colours of a token other than the ink, by the dark theme's value as Expressive Code writes it. */
const NAMES = new Map(
  (["comment", "keyword", "name", "literal", "string"] as const).map((kind) => [
    DARK[kind].toUpperCase(),
    kind,
  ]),
);

/** A token's class, by the inline style in which Expressive Code names the colours of both themes: "hp-code-keyword"; "" for the ink. */
export function codeClass(style: string): string {
  const kind = NAMES.get(/--0:\s*(#[0-9a-f]{6})/i.exec(style)?.[1].toUpperCase() ?? "");
  return kind ? `hp-code-${kind}` : "";
}

function theme(name: string, type: "light" | "dark", p: CodePalette): ThemeRegistration {
  const rule = (foreground: string, scope: string[], fontStyle = "") => ({
    scope,
    settings: { foreground, fontStyle },
  });
  return {
    name,
    type,
    colors: { "editor.background": p.paper, "editor.foreground": p.ink },
    settings: [
      { settings: { foreground: p.ink, background: p.paper } },
      rule(p.comment, ["comment", "punctuation.definition.comment"], "italic"),
      rule(p.keyword, ["keyword", "storage", "variable.language", "entity.name.tag"]),
      rule(p.ink, ["keyword.operator", "punctuation", "meta.brace", "storage.type.function.arrow"]),
      rule(p.keyword, ["keyword.operator.new", "keyword.operator.expression", "storage.type.function.arrow"]),
      rule(p.name, ["entity.name.function", "support.function", "entity.name.command"]),
      rule(p.literal, [
        "constant",
        "entity.name.type",
        "support.type",
        "support.class",
        "entity.other.attribute-name",
      ]),
      rule(p.string, ["string", "punctuation.definition.string", "markup.inserted"]),
      rule(p.keyword, ["markup.deleted"]),
    ],
  };
}
