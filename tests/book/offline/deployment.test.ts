import { rmSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import type { Page } from "../../../src/notebook/browsers/index.ts";
import { cacheName } from "../../../src/site/offline/names.ts";
import { inEveryEngine, notebooks, pages, press, RUN_MS, reaches, START_MS } from "../page.ts";
import { fixture, title, untilKept } from "./kept.ts";
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

inEveryEngine((open) => {
  test("a new build is shown at once, with its own code; what is open or kept of the old one goes on working until it is replaced", async () => {
    const server = await ownServer("dist");
    const next = await nextBuild("dist");
    onTestFinished(async () => {
      await server.cut();
      rmSync(next, { recursive: true });
    });
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
