import { globSync, readFileSync } from "node:fs";
import { createHighlighter, type LanguageRegistration } from "shiki";
import { expect, it } from "vitest";

/** The grammar that VS Code is offered, on the same engine and with the same grammars of languages. */
const grammar = JSON.parse(
  readFileSync(".vscode/extensions/notebook-cells/syntaxes/cells.tmLanguage.json", "utf8"),
) as LanguageRegistration;
const cells = { ...grammar, name: "cells", injectTo: ["text.html.basic"] };
const highlighter = await createHighlighter({
  themes: ["github-light"],
  langs: ["html", "typescript", "markdown", "latex", cells],
});

/** The language of each line by its innermost grammar: "ts", "markdown", "latex", "js", or "html". */
function languages(text: string): string[] {
  const options = { lang: "html", theme: "github-light", includeExplanation: "scopeName" } as const;
  return highlighter.codeToTokens(text, options).tokens.map((line) => {
    const scopes =
      line
        .at(-1)
        ?.explanation?.at(-1)
        ?.scopes.map(({ scopeName }) => scopeName) ?? [];
    const own = scopes.findLast((scope) => /^(source|text)\./.test(scope)) ?? "";
    return own === "text.html.basic" ? "html" : (own.split(".").at(-1) ?? "");
  });
}

it("cells of every kind have the colours of their language, and whatever they leave open ends with them", () => {
  const text = `<!doctype html>
<notebook theme="air">
  <script id="1" type="text/markdown">
    A paragraph and \`code
  </script>
  <script id="2" type="text/x-typescript" pinned>
    const open: string = \`text
  </script>
  <script type="application/x-tex">
    \\frac{a}{b}
  </script>
  <script type="module">
    const a = 1;
  </script>
</notebook>`;
  expect(languages(text)).toEqual([
    ...["html", "html"],
    ...["html", "markdown", "html"],
    ...["html", "ts", "html"],
    ...["html", "latex", "html"],
    ...["html", "js", "html"],
    "html",
  ]);
});

it.each(globSync("notebooks/*/*.html"))("%s ends as it began", (file) => {
  const found = languages(readFileSync(file, "utf8").trimEnd());
  expect(found.at(-1)).toBe("html");
  expect(new Set(found)).toContain("ts");
});
