import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { violationsOf } from "../book/axe.ts";
import { cellOf, editable, fixture, focusEditor, openEditors, pasteInto } from "../book/editor.ts";
import { untilIdle } from "../book/idle.ts";
import { expectQuiet, inEveryEngine, START_MS } from "../book/page.ts";

/** What the design allows editing to load, in bytes of gzip. */
const BUDGET = 230 * 1024;

const again = cellOf(editable, 3);

inEveryEngine((open, engine) => {
  test("editing costs less than 230 KB of script, and nothing of it is loaded before the click", async () => {
    const page = await untilIdle(await open(fixture));
    const before = await scriptsOf(page);
    for (const [address, text] of before) expect(text, address).not.toMatch(/cm-content|acorn/);
    await openEditors(page, editable);
    await pasteInto(page, editable, 3, "const again = (n: number) => n;");
    await page.click({ role: "button", name: "Show changes of again", within: again });
    await page.waitFor(
      "the changes",
      (s: string) => document.querySelector(`${s} .cm-deletedChunk`) !== null,
      START_MS,
      again,
    );
    const added = [...(await scriptsOf(page))].filter(([address]) => !before.has(address));
    const sizes = added.map(([address, text]) => [gzipSync(text, { level: 9 }).length, address] as const);
    expect(sizes.length).toBeGreaterThan(0);
    const sum = sizes.reduce((bytes, [size]) => bytes + size, 0);
    expect(sum, sizes.map((size) => size.join(" ")).join("\n")).toBeLessThan(BUDGET);
    expectQuiet(page);
  });

  test("an editor is named after its cell, has a visible focus, and Escape, then Tab leaves it", async () => {
    const page = await open(fixture);
    await openEditors(page, editable);
    await focusEditor(page, editable, 3);
    await page.waitFor(
      "the focus",
      (s: string) => document.querySelector(`${s} .cm-focused`) !== null,
      START_MS,
      again,
    );
    const focused = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(
        document.querySelector(".cm-focused") as Element,
      );
      return { label: document.activeElement?.ariaLabel, outline: `${outlineWidth} ${outlineStyle}` };
    });
    expect(focused).toEqual({ label: "Code of again", outline: "2px solid" });
    const before = await page.evaluate("document.activeElement.textContent");
    await page.press("Escape");
    await page.press("Tab");
    const after = await page.evaluate((s: string) => {
      const editor = document.querySelector(`${s} .cm-content`);
      return { left: !editor?.contains(document.activeElement), text: editor?.textContent };
    }, again);
    expect(after).toEqual({ left: true, text: before });
  });

  for (const colorScheme of ["light", "dark"] as const)
    test(`with editors open, axe finds nothing in ${colorScheme} and 360 px are wide enough`, async () => {
      const page = await open(fixture, { width: 360, height: 740, colorScheme });
      await openEditors(page, editable);
      await pasteInto(page, editable, 2, "const once = (n: number) => { return [n;\n}");
      await pasteInto(
        page,
        editable,
        3,
        "// longer than a line of a telephone by a good deal, so that it wraps\nconst again = (n: number) => n;",
      );
      await page.click({ role: "button", name: "Show changes of again", within: again });
      await focusEditor(page, editable, 3);
      await page.press("Control+f");
      const isReady = (s: string, a: string) =>
        document.querySelector(`${s} .nb-mistakes p`) !== null &&
        document.querySelector(`${a} .cm-search`) !== null;
      await page.waitFor("mistake, changes and search", isReady, START_MS, editable, again);
      // WebDriver takes 25 s for what axe does in 2 s elsewhere, and the same document gives the same answer
      if (engine !== "webkit")
        expect(await violationsOf(page), `${engine}, editors in ${colorScheme}`).toBe("");
      const [inner, scroll] = await page.evaluate<[number, number], []>(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return [clientWidth, scrollWidth];
      });
      expect(scroll).toBeLessThanOrEqual(inner);
    });
});

/** Text of every script file that the page has loaded, by address; the site's search comes when the page is idle. */
async function scriptsOf(page: Page): Promise<Map<string, string>> {
  const files = new Set(page.requests().filter((url) => /\.m?js(\?|$)/.test(url)));
  const texts = [...files].map(async (url) => [url, await (await fetch(url)).text()] as const);
  return new Map((await Promise.all(texts)).filter(([, text]) => !/pagefind/i.test(text)));
}
