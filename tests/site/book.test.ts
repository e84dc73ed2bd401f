import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bookProblems, chapterIds, partOf, readBook, sidebar } from "../../src/site/book/book.ts";

const yaml = `
parts:
  - id: cpu
    title: CPU
    summary: What a core does.
    outcomes: [guess what a guess costs]
    chapters: [branches, pipelines]
  - id: memory
    title: Memory
    summary: Where data live.
    outcomes: [place data]
    chapters: [caches]
`;
const read = readBook(yaml);
const { book } = read;

test("the order of book.yaml is the order of reading", () => {
  expect(chapterIds(book)).toEqual(["cpu/branches", "cpu/pipelines", "memory/caches"]);
});

test("each part opens with its own page, then its chapters", () => {
  expect(sidebar(book)[0]).toEqual({
    label: "CPU",
    items: [{ label: "CPU", link: "/cpu/" }, { slug: "cpu/branches" }, { slug: "cpu/pipelines" }],
  });
});

test("a page belongs to the part that its address begins with", () => {
  expect(partOf(book, "memory/caches")?.title).toBe("Memory");
  expect(partOf(book, "404")).toBeUndefined();
});

describe("book and files", () => {
  const files = ["cpu/branches.mdx", "cpu/pipelines.mdx", "memory/caches.md", "index.mdx", "book.yaml"];

  test("no problem when each chapter is listed and exists; pages outside of parts and other files need no place", () => {
    expect(bookProblems(read, [...files, "cpu/figures/flush.astro", "facts/cpu/penalty.yaml"])).toEqual([]);
  });

  test("a listed chapter without a file is named with the line to remove", () => {
    expect(bookProblems(read, files.slice(1))).toEqual([
      'content/book.yaml:7:16: lists the chapter "cpu/branches", but content/cpu/branches.mdx does not exist. Create it or remove the line.',
    ]);
  });

  test("a file that is not listed is named with the line to add", () => {
    expect(bookProblems(read, [...files, "cpu/caches.mdx"])).toEqual([
      'content/cpu/caches.mdx:1:1: is not in the book. Add "- caches" to the chapters of the part "cpu" in content/book.yaml.',
    ]);
    expect(bookProblems(read, [...files, "network/tcp.mdx"])[0]).toContain('a new part "network"');
  });
});

describe("mistakes in book.yaml", () => {
  test.each([
    ["no list of parts", "chapters: []", 'has no list "parts"'],
    ["broken YAML", "parts: [", "not valid YAML"],
    ["a part without a title", "parts: [{id: cpu, summary: s, chapters: []}]", 'part "cpu" has no title'],
    [
      "an id that cannot be an address",
      "parts: [{id: C P U, title: t, summary: s, chapters: []}]",
      "no usable id",
    ],
    [
      "a part that promises nothing",
      "parts: [{id: cpu, title: t, summary: s, chapters: []}]",
      'Add "outcomes:"',
    ],
    ["a part without chapters", "parts: [{id: cpu, title: t, summary: s}]", 'needs "chapters:"'],
    ["a chapter listed twice", "parts: [{id: cpu, title: t, summary: s, chapters: [a, a]}]", '"a" twice'],
    [
      "a part listed twice",
      "parts: [{id: a, title: t, summary: s, chapters: []}, {id: a, title: t, summary: s, chapters: []}]",
      '"a" appears twice',
    ],
    ["an entry that is not a part", "parts: [null]", "part 1 has no usable id"],
  ])("%s: one line that names the file and the fix", (_, text, what) => {
    const { problems } = readBook(text);
    expect(problems.join("\n")).toContain(what);
    for (const problem of problems) expect(problem).toMatch(/^content\/book\.yaml:1:\d+: [^\n]+\.$/);
  });
});

test("the project's own book agrees with its files", () => {
  const content = new URL("../../content/", import.meta.url);
  const own = readBook(readFileSync(new URL("book.yaml", content), "utf8"));
  const files = readdirSync(content, { recursive: true, encoding: "utf8" });
  expect([...own.problems, ...bookProblems(own, files)]).toEqual([]);
});
