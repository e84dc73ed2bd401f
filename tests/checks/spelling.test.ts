import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { americanWords } from "../../src/checks/prose/american.ts";
import { readPage } from "../../src/checks/prose/page.ts";
import { everything, proseOfNotebook, proseOfPage } from "../../src/checks/prose/prose.ts";
import { misspeltWords } from "../../src/checks/prose/speller.ts";
import { sortedWordList, wordListProblems } from "../../src/checks/prose/word-list.ts";

const root = mkdtempSync(join(tmpdir(), "spelling-"));
afterAll(() => rmSync(root, { recursive: true }));

const prose = (words: string) => ({ file: "page.mdx", text: words, words });
const misspelt = async (text: string, words: string[] = []) =>
  (await misspeltWords(root, [prose(text)], words))[0].map(({ word }) => word);

it("British words pass, American ones and mistakes do not", async () => {
  expect(await misspelt("The colour and the behaviour of an optimised programme.")).toEqual([]);
  expect(await misspelt("The color and the behavior recieve nothing.")).toEqual([
    "color",
    "behavior",
    "recieve",
  ]);
});

it("a word of the book’s list passes in any case and with an ’s", async () => {
  expect(await misspelt("Gshare’s table, gshare and qwertish.", ["gshare"])).toEqual(["qwertish"]);
});

it("abbreviations in capitals are not spelt", async () => {
  expect(await misspelt("A TLBXQ holds TLBXQs.")).toEqual([]);
});

it("what was found is the same when it comes from the cache", async () => {
  const text = "This recieve is wrong.";
  expect(await misspelt(text)).toEqual(await misspelt(text));
});

it("words in -ize and words that dictionaries have in both forms are told with the British one", () => {
  const said = americanWords(prose("We optimize and analyze the center of a prize of that size."));
  expect(said.map((line) => /Write “(.*)”/.exec(line)?.[1])).toEqual(["centre", "optimise", "analyse"]);
});

it("words that every object of JavaScript knows are words as any other", () => {
  expect(americanWords(prose("A constructor and its prototype."))).toEqual([]);
});

it("the list of words is sorted with lower case first, each word once, its head on top", () => {
  const list = "# head\nZipf\ncmov\nCmov\ncmov\n";
  expect(sortedWordList(list)).toBe("# head\ncmov\nCmov\nZipf\n");
  expect(wordListProblems(list)[0]).toMatch(/^content\/words\.txt:2:1: “Zipf” stands where “cmov” would/);
  expect(wordListProblems(sortedWordList(list))).toEqual([]);
});

it("the words of a page stand where they stood, without code, names and addresses", () => {
  const text =
    '---\ntitle: Top\ncovers: [x]\n---\n\nimport A from "a";\n\nSee `code` and [link](/x/) <Fact id="y" />.\n\n<Quiz id="z" asks="Why so?">\n\nBody\n\n</Quiz>\n';
  const { words } = proseOfPage(readPage("page.mdx", text), everything);
  expect(words.split(/\s+/).filter(Boolean)).toEqual([
    "Top",
    "See",
    "and",
    "link",
    ".",
    "Why",
    "so?",
    "Body",
  ]);
  for (const word of ["Top", "link", "Why so?", "Body"]) expect(words.indexOf(word)).toBe(text.indexOf(word));
});

it("the words of a notebook are those of its Markdown cells, where they stand in the file", () => {
  const html =
    '<!doctype html>\n<notebook>\n  <title>Title</title>\n  <script id="1" type="text/markdown">\n    First *word* ${code} `more`\n\n    Last\n  </script>\n  <script id="2" type="text/x-typescript">\n    const x = 1; // no words\n  </script>\n</notebook>\n';
  const { words } = proseOfNotebook("a.html", html);
  expect(words.split(/\s+/).filter(Boolean)).toEqual(["First", "word", "Last"]);
  for (const word of ["First", "word", "Last"]) expect(words.indexOf(word)).toBe(html.indexOf(word));
});
