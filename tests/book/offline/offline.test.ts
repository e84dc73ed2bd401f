import { expect, onTestFinished, test } from "vitest";
import { inEveryEngine, pages, parts, press, RUN_MS, reaches, START_MS } from "../page.ts";
import { counts, fixture, heading, untilKept } from "./kept.ts";
import { ownServer } from "./own-server.ts";

inEveryEngine((open) => {
  test("without a network: opened pages, notebooks that were never run, the search, and what is said of other pages", async () => {
    const server = await ownServer("dist");
    onTestFinished(() => server.cut());
    const page = await open(server.book + fixture, { serviceWorker: true });
    await untilKept(page);
    await server.cut();

    await page.goto(server.book + fixture);
    expect(await page.evaluate<boolean, []>(() => crossOriginIsolated)).toBe(true);
    await press(page, counts, "Run");
    await reaches(page, counts, "done", RUN_MS);
    expect(await page.sees(`${counts} ${parts.table}`)).toBe(true);

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
    await server.restore();
    await page.click({ role: "button", name: "Try again" });
    await page.waitFor("the chapter", () => document.querySelector("hot-notebook") !== null, START_MS);
  });

  test("the whole book can be taken along, and its size is told before", async () => {
    const server = await ownServer("dist");
    onTestFinished(() => server.cut());
    const page = await open(`${server.book}offline/`, { serviceWorker: true });
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
    expect(await text("keep")).toMatch(/^Keep the whole book offline \(\d[\d.]* MB to load\)$/);
    expect(await text("state")).toMatch(
      /pages of the book are on this device\. All of it takes \d[\d.]* MB here\.$/,
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
});
