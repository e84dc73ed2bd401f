import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBook } from "../../src/site/book/book.ts";
import { ankiText } from "../../src/site/study/anki.ts";
import { ankiNote, loadCards } from "../../src/site/study/cards.ts";
import { collect } from "../../src/site/study/collect.ts";
import type { Card } from "../../src/site/study/items.ts";

const { book } = readBook(readFileSync("content/book.yaml", "utf8"));
const note = {
  guid: "hot-path/cpu/a#card-b",
  front: "f",
  back: "b",
  deck: "Hot Path::CPU",
  tag: "hot-path::cpu::a",
};

/**
 * Reads a file as Anki does (its manual, “Text Files”, and rslib/src/import_export/text/csv): header lines as long as they begin
 * with “#”, then records by the rules of CSV, of which those that begin with “#” are comments.
 */
function importedByAnki(text: string) {
  const headers: Record<string, string> = {};
  let rest = text;
  while (rest.startsWith("#")) {
    const [line] = rest.split("\n", 1);
    const [, name, value] = /^#([^:]*):(.*)$/.exec(line) ?? [];
    if (name) headers[name.trim().toLowerCase()] = value;
    rest = rest.slice(line.length + 1);
  }
  const separator = { tab: "\t", comma: ",", semicolon: ";" }[headers.separator?.trim() ?? ""] ?? " ";
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < rest.length) {
    let field = "";
    if (rest[at] === '"') {
      for (at += 1; rest[at] !== '"' || rest[at + 1] === '"'; at += 1) {
        if (at >= rest.length) throw new Error("a quote is not closed");
        if (rest[at] === '"') at += 1;
        field += rest[at];
      }
      at += 1;
    } else while (at < rest.length && rest[at] !== separator && rest[at] !== "\n") field += rest[at++];
    record.push(field);
    if (rest[at] === "\n") {
      if (!record[0].startsWith("#")) records.push(record);
      record = [];
    } else if (rest[at] !== separator) throw new Error(`text after a quote: ${rest.slice(at, at + 20)}`);
    at += 1;
  }
  const labels = headers.columns.split(separator);
  const column = (name: string) => Number(headers[`${name} column`]) - 1;
  return records.map((fields) => ({
    fields: fields.length,
    isHtml: headers.html === "true",
    notetype: headers.notetype,
    guid: fields[column("guid")],
    deck: fields[column("deck")],
    tags: fields[column("tags")].split(/\s+/),
    front: fields[labels.indexOf("Front")],
    back: fields[labels.indexOf("Back")],
  }));
}

test("Anki reads back what was written: tabs, line ends, quotes and leading number signs included", () => {
  const nasty = {
    ...note,
    guid: "hot-path/cpu/a#card-c",
    front: '# "a"\tb',
    back: '<pre>1\n2 "3"\n#no comment</pre>\n',
  };
  expect(importedByAnki(ankiText([note, nasty]))).toEqual(
    [note, nasty].map(({ tag, ...rest }) => ({
      ...rest,
      tags: [tag],
      fields: 5,
      isHtml: true,
      notetype: "Basic",
    })),
  );
});

test("the separator is the first header, since Anki reads the columns with it", () => {
  expect(ankiText([]).split("\n")[0]).toBe("#separator:tab");
});

test("a card has its numbers as text, links to the site, and a deck by its part", () => {
  const source =
    '<Card id="b" asks="What *is* it?">\n\n<Fact id="cpu/mispredict-cycles-native" />, [here](/cpu/branches/#x).\n\n</Card>';
  const [card] = collect(source, "content/cpu/a.mdx", "cpu/a").items as Card[];
  expect(ankiNote(card, book, "https://book.example/sub/")).toEqual({
    guid: "hot-path/cpu/a#card-b",
    front: "What <em>is</em> it?",
    back: '<p>21\u00a0cycles, <a href="https://book.example/sub/cpu/branches/#x">here</a>.</p>',
    deck: "Hot Path::CPU",
    tag: "hot-path::cpu::a",
  });
});

test("every card of the book is imported, each under a name of its own", () => {
  const cards = loadCards(book);
  const imported = importedByAnki(ankiText(cards.map((card) => ankiNote(card, book, "https://a.example/"))));
  expect(imported.map(({ guid }) => guid)).toEqual(cards.map(({ key }) => `hot-path/${key}`));
  expect(new Set(imported.map(({ guid }) => guid)).size).toBe(cards.length);
  for (const { front, back, deck } of imported) {
    expect(front.trim() && back.trim()).not.toBe("");
    expect(deck).toMatch(/^Hot Path::\w/);
  }
});
