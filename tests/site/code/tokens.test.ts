import { expect, it } from "vitest";
import type { TokenKind } from "../../../src/site/code/theme.ts";
import { tokensOf } from "../../../src/site/code/tokens.ts";

/** Words of some code with their kinds. */
async function kinds(code: string, language: string): Promise<[string, TokenKind][]> {
  const lines = code.split("\n");
  const found: [string, TokenKind][] = [];
  for (const [i, tokens] of ((await tokensOf(code, language)) ?? []).entries()) {
    let start = 0;
    for (const [length, kind] of tokens) {
      if (kind) found.push([lines[i].slice(start, start + length).trim(), kind]);
      start += length;
    }
    expect(start, "tokens cover the line").toBe(lines[i].length);
  }
  return found;
}

it("tokens cover each line, and say what is no text", async () => {
  expect(await kinds('const a = 1; // one\n\nf("x");', "ts")).toEqual([
    ["const", "keyword"],
    ["1", "literal"],
    ["// one", "comment"],
    ["f", "name"],
    ['"x"', "string"],
  ]);
});

it("components within Markdown are read as such", async () => {
  expect(await kinds('Costs <Fact id="cpu/miss" />.', "mdx")).toEqual([
    ["Fact", "literal"],
    ["id", "literal"],
    ['"cpu/miss"', "string"],
  ]);
});

it("text has no tokens but text, and a language that nobody knows has none", async () => {
  expect(await tokensOf("a b\nc", "text")).toEqual([[[3, undefined]], [[1, undefined]]]);
  expect(await tokensOf("a", "basic-76")).toBeUndefined();
});
