import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { cacheName } from "../../../src/site/offline/names.ts";
import { violationsOf } from "../axe.ts";
import { inEveryEngine, notebooks, pages, parts, press, RUN_MS, reaches, START_MS } from "../page.ts";
import { beginMeasuring } from "../said.ts";
import { counts, fixture, heading, title, untilKept, untilReloaded } from "./kept.ts";
import { nextBuild } from "./next-build.ts";
import { ownServer } from "./own-server.ts";

/** Runs the simulation of a page; gives the sentence that the next build words differently. */
async function compute(page: Page): Promise<string> {
  await press(page, notebooks.simulation, "Run");
  await reaches(page, notebooks.simulation, "done", RUN_MS);
  return page.evaluate(
    (selector: string) => document.querySelector(`${selector} .nb-status`)?.textContent ?? "",
    notebooks.simulation,
  );
}

/** Whether files of the first build are kept that the next one has under another name. */
const keepsOldFiles = (page: Page): Promise<boolean> =>
  page.evaluate(
    async (files: string) =>
      (await (await caches.open(files)).keys()).some(({ url }) =>
        /_astro\/player\.[^.]+(?<!2)\.js$/.test(url),
      ),
    cacheName(process.env.BASE ?? "/", "files"),
  );

const saveData =
  'Object.defineProperty(Navigator.prototype, "connection", { value: { saveData: true }, configurable: true });';

let next = "";
beforeAll(async () => {
  next = await nextBuild("dist");
});
afterAll(() => rmSync(next, { recursive: true }));

inEveryEngine((open, engine) => {
  test("without a network: opened pages, notebooks that were never run, the search, and what is said of other pages", async () => {
    const server = await ownServer("dist");
    onTestFinished(() => server.cut());
    const page = await open(server.book + fixture, { serviceWorker: true });
    await untilKept(page);
    await server.cut();

    await page.goto(server.book + fixture);
    expect(await page.evaluate<boolean, []>(() => crossOriginIsolated)).toBe(true);
    if (engine === "chromium") {
      await press(page, counts, "Run");
      await reaches(page, counts, "done", RUN_MS);
      expect(await page.sees(`${counts} ${parts.table}`)).toBe(true);
    } else await beginMeasuring(page, counts);

    await page.waitFor("the search field", () => document.querySelector("dialog input") !== null, START_MS);
    await page.press("/");
    await page.waitFor(
      "a focused field",
      () => document.activeElement?.matches("dialog[open] input"),
      START_MS,
    );
    await page.type("branch prediction");
    await page.waitFor(
      "the chapter among the results",
      (address: string) =>
        [...document.querySelectorAll<HTMLAnchorElement>("dialog[open] a[href]")].some(({ pathname }) =>
          pathname.endsWith(address),
        ),
      START_MS,
      `/${pages.chapter}`,
    );

    await page.goto(server.book + pages.chapter);
    expect(await heading(page)).toBe("This page is not on your device");
    if (engine === "chromium") expect(await violationsOf(page)).toBe("");
    await server.restore();
    await page.click({ role: "button", name: "Try again" });
    await untilReloaded(page, "the chapter", () => document.querySelector("hot-notebook") !== null);
  });

  test("a browser that saves data keeps nothing, until its reader takes the whole book along, whose size is told before", async () => {
    const server = await ownServer("dist");
    onTestFinished(() => server.cut());
    const page = await open(`${server.book}offline/`, { serviceWorker: true, before: saveData });
    const text = (name: string) =>
      page.evaluate(
        (part: string) => document.querySelector(`[data-part="${part}"]`)?.textContent ?? "",
        name,
      );
    await page.waitFor(
      "the button",
      () => document.querySelector<HTMLElement>('[data-part="keep"]')?.hidden === false,
      START_MS,
    );
    expect(await text("keep")).toMatch(/^Keep the whole book offline \(\d[\d.]*\sMB to load\)$/);
    expect(await text("state")).toMatch(
      /pages of the book are on this device\. All of it takes \d[\d.]*\sMB here\.$/,
    );
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
    await page.click('[data-part="keep"]');
    await page.waitFor(
      "the whole book",
      () =>
        document
          .querySelector('[data-part="state"]')
          ?.textContent?.startsWith("The whole book is on this device"),
      RUN_MS,
    );
    await server.cut();
    await page.goto(server.book + pages.reference);
    expect(await heading(page)).toBe("The harness");
  });

  test("a new build is shown at once, with its own code; what is open or kept of the old one goes on working until it is replaced", async () => {
    const server = await ownServer("dist");
    onTestFinished(() => server.cut());
    const before = await open(server.book + pages.chapter, { serviceWorker: true });
    await untilKept(before);
    await before.goto(server.book + fixture);
    await untilKept(before);

    server.deploy(next);
    const page = await before.newTab();
    await page.goto(server.book + fixture);
    expect(await title(page)).toMatch(/^Next build: /);
    expect(await compute(page)).toBe("Computed by the next build.");
    await untilKept(page);
    await before.show();
    expect(await compute(before), "in the tab that was open, whose files are gone from the server").toBe(
      "Computed on this page.",
    );
    await before.goto("about:blank");
    await page.show();

    await server.cut();
    await page.goto(server.book + fixture);
    expect(await title(page)).toMatch(/^Next build: /);
    expect(await compute(page)).toBe("Computed by the next build.");
    await page.goto(server.book + pages.chapter);
    expect(await title(page), "kept of the first build").not.toMatch(/^Next build: /);
    expect(await compute(page)).toBe("Computed on this page.");
    expect(await keepsOldFiles(page)).toBe(true);

    await server.restore();
    await page.goto(server.book + pages.chapter);
    expect(await title(page)).toMatch(/^Next build: /);
    await untilKept(page);
    for (const end = performance.now() + START_MS; (await keepsOldFiles(page)) && performance.now() < end; );
    expect(await keepsOldFiles(page), "files that nothing needs any more").toBe(false);
  });
});
