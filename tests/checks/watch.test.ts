import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ofBook } from "../../src/checks/all.ts";
import { answer } from "../../src/checks/watch/answer.ts";
import { concerned, concernsAll } from "../../src/checks/watch/concerned.ts";
import { inThread } from "../../src/checks/watch/in-thread.ts";
import { watchChecks } from "../../src/checks/watch/watch.ts";
import { folderWith } from "../record/recorded-book.ts";
import { goodBook } from "./good-book.ts";

const NOTEBOOK = "notebooks/loops/one.html";
const CHAPTER = "content/cpu/loops.mdx";

let book: Record<string, string>;
let root: string;
beforeAll(async () => {
  book = await goodBook();
  root = folderWith(book);
});

describe("npm run check -- --watch", () => {
  const shown: string[][] = [];
  let wake = () => {};
  const ending = new AbortController();
  afterAll(() => ending.abort());

  /** What is shown next, the line of the time left out. */
  async function next(): Promise<string[]> {
    while (shown.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    const lines = shown.shift() as string[];
    expect(lines.at(-1)).toMatch(/^\d\d:\d\d:\d\d: (nothing wrong|\d+ problems?), after \d+\.\d s\./);
    return lines.slice(0, -1);
  }
  const save = (file: string, text: string) => writeFileSync(join(root, file), text);

  it("shows at first all that is wrong: here nothing", async () => {
    void watchChecks({
      root,
      ask: (asked) => answer(root, asked, ofBook),
      show: (lines) => {
        shown.push(lines);
        wake();
      },
      signal: ending.signal,
    });
    expect(await next()).toEqual([]);
  });

  it("tells of a notebook that was saved with a mistake, and no more of it once it is mended", async () => {
    save(NOTEBOOK, book[NOTEBOOK].replace("ratioPlot(run)", "ratioPlot(ran)"));
    expect(await next()).toEqual([
      "notebooks",
      expect.stringMatching(/^ {2}notebooks\/loops\/one\.html:24:23: “ran” is not defined\. /),
      "",
    ]);
    save(NOTEBOOK, book[NOTEBOOK]);
    expect(await next()).toEqual([]);
  });

  it("keeps telling what is wrong elsewhere; an editor may put a new file in the place of the old one", async () => {
    const replace = (file: string, text: string) => {
      save(`${file}~`, text);
      renameSync(join(root, `${file}~`), join(root, file));
    };
    save(NOTEBOOK, book[NOTEBOOK].replace("ratioPlot(run)", "ratioPlot(ran)"));
    expect((await next()).filter((line) => line.startsWith("  "))).toHaveLength(1);
    replace(CHAPTER, `${book[CHAPTER]}\nOne more [link](/cpu/nowhere/).\n`);
    const both = await next();
    expect(both.filter((line) => line.startsWith(`  ${NOTEBOOK}:`))).toHaveLength(1);
    expect(both.filter((line) => line.startsWith(`  ${CHAPTER}:`) && line.includes("nowhere"))).not.toEqual(
      [],
    );
    replace(CHAPTER, book[CHAPTER]);
    expect((await next()).filter((line) => line.startsWith("  "))).toHaveLength(1);
    replace(NOTEBOOK, book[NOTEBOOK]);
    expect(await next()).toEqual([]);
  });
});

describe("a saved file", () => {
  const names = (file: string) => concerned([file]).map(({ name }) => name);

  it("concerns the checks that look at it", () => {
    expect(names(CHAPTER)).toEqual(ofBook.map(({ name }) => name));
    expect(names(NOTEBOOK)).toContain("types of cells");
    expect(names("tests/checks/watch.test.ts")).toEqual(["types", "style", "size of files"]);
  });

  it("of which checks are made, or which sets up a tool, concerns all", () => {
    const files = ["src/checks/all.ts", "src/bench/clock.ts", "package.json", CHAPTER, NOTEBOOK];
    expect(files.map(concernsAll)).toEqual([true, true, true, false, false]);
  });
});

it("checks run in a thread of their own", async () => {
  const findings = await inThread(root)([CHAPTER]);
  expect(findings.map(({ check }) => check)).toEqual(ofBook.map(({ name }) => name));
  expect(findings.flatMap(({ problems }) => problems)).toEqual([]);
});
