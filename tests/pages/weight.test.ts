import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { untilIdle } from "../book/idle.ts";
import { book, inEveryEngine, pages } from "../book/page.ts";

/** What the design allows a page with notebooks to load for them before a click, in bytes of gzip. */
const NOTEBOOKS = 4096;
/** What a chapter may load for its predictions, quizzes and marks. */
const STUDY = 6144;

inEveryEngine((open, engine) => {
  test("notebooks cost less than 4 KB of script before a click", async () => {
    const withNotebook = await scripts(await untilIdle(await open(pages.home)));
    const without = await scripts(await untilIdle(await open(pages.part)));
    expectLess(withNotebook, without, NOTEBOOKS);
  });

  // the same files in every engine
  test.runIf(engine === "chromium")("what a chapter asks costs less than 6 KB of script", async () => {
    const chapter = await scripts(await untilIdle(await open(pages.chapter)));
    // the home page has a notebook; the reference page has all else that a chapter has
    const others = await Promise.all(
      [pages.home, pages.reference].map(async (path) => scripts(await untilIdle(await open(path)))),
    );
    const withNotebook = new Set(others.flatMap((texts) => [...texts]));
    expectLess(chapter, withNotebook, STUDY);
  });
});

/** The scripts that `page` has beyond those of `other` weigh less than so many bytes together. */
function expectLess(page: Set<string>, other: Set<string>, budget: number): void {
  const own = [...page].filter((text) => !other.has(text));
  const sizes = own.map((text) => gzipSync(text, { level: 9 }).length);
  const starts = own.map((text, i) => `${sizes[i]} bytes: ${text.slice(0, 60).replaceAll("\n", " ")}…`);
  const sum = sizes.reduce((total, size) => total + size, 0);
  expect(sum, "nothing was loaded").toBeGreaterThan(0);
  expect(sum, starts.join("\n")).toBeLessThan(budget);
}

/** Text of every script that the page has loaded, inline ones included. */
async function scripts(page: Page): Promise<Set<string>> {
  const files = page.requests().filter((url) => url.startsWith(book) && /\.m?js(\?|$)/.test(url));
  const texts = await Promise.all([...new Set(files)].map(async (url) => (await fetch(url)).text()));
  const inline = await page.evaluate<string[], []>(() =>
    [...document.querySelectorAll("script:not([src])")]
      .filter((script) => ["", "module", "text/javascript"].includes(script.getAttribute("type") ?? ""))
      .map((script) => script.textContent ?? ""),
  );
  return new Set([...texts, ...inline]);
}
