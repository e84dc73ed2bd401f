import { describe, expect, test } from "vitest";
import { summaryText } from "../../src/study/data/summary.ts";
import { inOrder } from "../../src/study/journal/entry.ts";
import { exportText, parseFile } from "../../src/study/journal/file.ts";
import { DAY, entry, guess, START, undo } from "./entries.ts";

const first = guess(2);
const all = [
  entry({ kind: "choice", option: "a-little-longer", right: false }, 1),
  first,
  entry({ kind: "measured", value: 4.2 }, 2),
  entry({ kind: "known", known: true }, 3),
  entry({ kind: "confidence", confidence: "shaky" }, 4),
  entry({ kind: "solved", solved: true, by: "claim" }, 5),
  undo(first, 6),
];

const file = (change: object) =>
  JSON.stringify({ schema: "hot-path/study", version: 1, exportedAt: "2026-06-01", entries: [], ...change });
const withEntry = (change: object) => file({ entries: [first, { ...guess(3), ...change }] });

test("what is exported is imported as it was", () => {
  expect(parseFile(exportText(all))).toEqual(inOrder(all));
  expect(parseFile(exportText([]))).toEqual([]);
});

test("an export says what it is, and holds an entry a line in the order of time", () => {
  const text = exportText(all);
  expect(text).toMatch(
    /^\{\n {2}"schema": "hot-path\/study",\n {2}"version": 1,\n {2}"exportedAt": "[^"]+",\n/,
  );
  const lines = text.split("\n").filter((line) => line.includes('"id"'));
  expect(lines.map((line) => JSON.parse(line.replace(/,$/, "")))).toEqual(inOrder(all));
});

describe("a file that is refused tells the field and the reason", () => {
  test.each([
    ["no JSON", "{", "The file is no JSON"],
    ["no object", "[]", "holds no object"],
    ["another schema", file({ schema: "hot-path/record.v1" }), 'The field “schema” is "hot-path/record.v1"'],
    ["no version", file({ version: undefined }), "The field “version” is missing"],
    ["a newer version", file({ version: 99 }), "knows versions up to 1. Reload"],
    ["no entries", file({ entries: {} }), "The field “entries” must be a list"],
    ["an entry that is none", file({ entries: [first, null] }), "entries[1] is no entry"],
    ["an unknown kind", withEntry({ kind: "wish" }), 'entries[1].kind is "wish", which this version'],
    ["a kind of every object", withEntry({ kind: "toString" }), 'entries[1].kind is "toString"'],
    ["an unknown field", withEntry({ extra: 1 }), 'entries[1] has a field "extra"'],
    [
      "a prototype",
      file({ entries: [JSON.parse(`{"__proto__":{},"kind":"guess"}`)] }).replace(
        '"kind"',
        '"__proto__":{},"kind"',
      ),
      'has a field "__proto__"',
    ],
    [
      "a number that is none",
      withEntry({ value: "2" }),
      'entries[1].value is "2": it must be a number above zero',
    ],
    ["a number below zero", withEntry({ value: -1 }), "entries[1].value is -1"],
    ["infinity, which JSON makes null", withEntry({ value: null }), "entries[1].value is null"],
    ["an address with markup", withEntry({ item: "cpu/<b>#x" }), "entries[1].item is"],
    [
      "an address of another site",
      withEntry({ item: "https://a.example/" }),
      "must be an address in the book",
    ],
    ["a long address", withEntry({ item: `a#${"b".repeat(300)}` }), "entries[1].item is"],
    ["no id", withEntry({ id: undefined }), "entries[1].id is missing"],
    ["an id twice", withEntry({ id: first.id }), `which is that of entries[0]`],
    ["a time before the book", withEntry({ at: 0 }), "entries[1].at is 0: it is older than the book"],
    ["a time in the future", withEntry({ at: Date.now() + 3 * DAY }), "is in the future"],
    [
      "a time in parts of a millisecond",
      withEntry({ at: START + 0.5 }),
      "must be a whole number of milliseconds",
    ],
    ["a time as text", withEntry({ at: "2026-06-01" }), 'entries[1].at is "2026-06-01"'],
    [
      "a mark that does not exist",
      file({ entries: [{ ...all[4], confidence: "sure" }] }),
      'must be "not yet" or "shaky" or "ready"',
    ],
  ])("%s", (_, text, words) => {
    expect(() => parseFile(text)).toThrow(words);
  });

  test("a value that would fill the page is cut in the message", () => {
    const message = (() => {
      try {
        return String(parseFile(withEntry({ item: "#".repeat(1e6) })));
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message.length).toBeLessThan(200);
  });

  test("a file is taken as a whole or not at all", () => {
    expect(() => parseFile(file({ entries: [...all, {}] }))).toThrow("entries[7].kind is missing");
  });
});

test("a file of an older version is brought to the newest, a step at a time", () => {
  const renamed = { ...guess(2), value: undefined, number: 1 };
  const steps = [
    ({ number, ...e }: Record<string, unknown>) => ({ ...e, value: number }),
    (e: Record<string, unknown>) => (e.kind === "guess" ? { ...e, value: 10 * (e.value as number) } : e),
  ];
  expect(parseFile(file({ entries: [renamed] }), steps)).toEqual([expect.objectContaining({ value: 10 })]);
  expect(parseFile(file({ version: 2, entries: [guess(3)] }), steps)).toEqual([
    expect.objectContaining({ value: 30 }),
  ]);
  expect(parseFile(file({ version: 3, entries: [guess(3)] }), steps)).toEqual([
    expect.objectContaining({ value: 3 }),
  ]);
});

test("what a journal holds is said in a sentence", () => {
  expect(summaryText([])).toBe("There are no entries yet.");
  expect(summaryText([guess(1)])).toBe("1 entry of 1 June 2026: 1 predicted number.");
  expect(summaryText([guess(1, 2), guess(2), undo(first, 1)])).toBe(
    "3 entries from 1 June 2026 to 3 June 2026: 2 predicted numbers, 1 correction.",
  );
});
