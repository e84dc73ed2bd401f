import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { book, inEveryEngine, pages } from "./page.ts";

/** What the design allows a page with notebooks to load for them before a click, in bytes of gzip. */
const BUDGET = 4096;

inEveryEngine((open) => {
  test("notebooks cost less than 4 KB of script before a click", async () => {
    const chapter = await scripts(await open(pages.chapter));
    const without = await scripts(await open(pages.part));
    const own = [...chapter].filter((text) => !without.has(text));
    const sizes = own.map((text) => gzipSync(text, { level: 9 }).length);
    const starts = own.map((text, i) => `${sizes[i]} bytes: ${text.slice(0, 60).replaceAll("\n", " ")}…`);
    expect(
      sizes.reduce((sum, size) => sum + size, 0),
      starts.join("\n"),
    ).toBeLessThan(BUDGET);
  });
});

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
