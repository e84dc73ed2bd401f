import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { violationsOf } from "../book/axe.ts";
import { untilIdle } from "../book/idle.ts";
import { book, expectQuiet, inEveryEngine, pages, START_MS } from "../book/page.ts";

const figure = "#figure-flush";

inEveryEngine((open) => {
  test("j and k go through the pages, not while something is typed, and can be switched off", async () => {
    const page = await untilIdle(await open(pages.chapter));
    await page.press("j");
    await at(page, "cpu/cpu-caches/");
    await page.press("k");
    await at(page, pages.chapter);
    await untilIdle(page);

    await page.press("/");
    await page.waitFor("the search", () => document.activeElement?.matches("dialog[open] input"), START_MS);
    await page.type("jk?");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("jk?");
    await page.press("Escape");

    await page.press("?");
    await page.waitFor("the list of keys", () => document.querySelector(".hp-keys[open]") !== null, START_MS);
    expect(await violationsOf(page)).toBe("");
    await page.click(".hp-keys input");
    await page.press("Escape");
    await page.press("?");
    await page.press("j");
    expect(await page.sees(".hp-keys[open]"), "? still opens the list").toBe(false);
    // what is switched off stays so, and the button still opens the list
    await page.goto(book + pages.chapter);
    await page.press("/");
    await page.click(".hp-keys-open");
    await page.waitFor("the list again", () => document.querySelector(".hp-keys[open]") !== null, START_MS);
    expect(await page.sees(".hp-search[open]"), "/ still opens the search").toBe(false);
    expect(
      await page.evaluate(() => document.querySelector<HTMLInputElement>(".hp-keys input")?.checked),
    ).toBe(false);
    expectQuiet(page);
  });

  test("the place in a chapter is remembered, and offered there and on the home page", async () => {
    const page = await open(pages.chapter);
    expect(await page.sees(".hp-continue")).toBe(false);
    await page.evaluate(() => document.getElementById("branchless-code")?.scrollIntoView());
    await page.goto(book);
    expect(await page.evaluate(textOf, ".hp-last")).toBe(
      "Continue with Branch prediction, branchless code and hints, “Branchless code”",
    );
    await page.goto(book + pages.chapter);
    expect(await page.evaluate(textOf, ".hp-continue")).toBe("Continue at “Branchless code”");
    await page.click(".hp-continue");
    await page.waitFor(
      "the section at the top of the window",
      () => Math.abs(document.getElementById("branchless-code")?.getBoundingClientRect().top ?? 999) < 200,
      START_MS,
    );
    expectQuiet(page);
  });

  test("a figure opens as large as the window, and goes back to its place", async () => {
    const page = await open(pages.chapter);
    const before = await page.evaluate(widthOf, `${figure} svg`);
    await page.click(`${figure} .hp-enlarge`);
    await page.waitFor(
      "the figure to be half as wide again",
      (least: number) =>
        (document.querySelector(".hp-large[open] svg")?.getBoundingClientRect().width ?? 0) > least,
      START_MS,
      1.5 * before,
    );
    expect(await violationsOf(page)).toBe("");
    await page.press("Escape");
    await page.waitFor(
      "the figure in its place",
      () => document.querySelector(".hp-large") === null,
      START_MS,
    );
    expect(await page.evaluate(widthOf, `${figure} > svg`)).toBe(before);
    expectQuiet(page);
  });

  test("code is copied as it is written", async () => {
    const page = await open(pages.chapter);
    await page.evaluate(() => {
      // stands for the clipboard, which no page may look into
      const writeText = async (text: string) => void Object.assign(window, { given: text });
      Object.defineProperty(navigator, "clipboard", { value: { writeText } });
    });
    const button = ".sl-markdown-content > .expressive-code .hp-copy";
    await page.click(button);
    await page.waitFor("the code", "window.given !== undefined", START_MS);
    expect(await page.evaluate("window.given")).toBe(
      "let sum = 0;\nfor (let i = 0; i < xs.length; ++i) {\n  if (xs[i] >= 128) sum += xs[i];\n}",
    );
  });

  test("the skip link comes first, is seen when it has the focus, and leads to the text", async () => {
    const page = await open(pages.chapter);
    await page.press("Tab");
    const link = await page.evaluate(() => {
      const { top, height } = document.activeElement?.getBoundingClientRect() ?? {};
      return { hash: document.activeElement?.getAttribute("href"), top, height };
    });
    expect(link.hash).toBe("#_top");
    expect(link.top).toBeGreaterThanOrEqual(0);
    expect(link.height).toBeGreaterThan(0);
  });
});

async function at(page: Page, path: string): Promise<void> {
  for (const end = performance.now() + START_MS; ; await sleep(50)) {
    // while the page goes, there is none to ask
    const seen = await page
      .evaluate<string, []>(() => document.readyState + location.pathname)
      .catch(() => "");
    if (seen === `complete${new URL(book).pathname}${path}`) return;
    if (performance.now() > end) throw new Error(`no page /${path} within ${START_MS} ms, but ${seen}`);
  }
}

const textOf = (selector: string) =>
  document.querySelector(selector)?.textContent?.replace(/\s+/g, " ").trim() ?? "";

const widthOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0;
