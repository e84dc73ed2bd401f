import { test } from "vitest";
import { expectQuiet, inEveryEngine, pages, START_MS } from "../book/page.ts";

inEveryEngine((open) => {
  for (const key of ["/", "Control+k"]) {
    test(`${key} opens the search, which finds “branch prediction”`, async () => {
      const page = await open(pages.home);
      await page.press(key);
      await page.waitFor(
        `a focused search field after pressing ${key}`,
        () => document.activeElement?.matches("dialog[open] input") === true,
        START_MS,
      );
      await page.type("branch prediction");
      await page.waitFor(
        `the chapter among the first three results for “branch prediction”`,
        (address: string) =>
          [...document.querySelectorAll<HTMLAnchorElement>("dialog[open] a[href]")]
            .slice(0, 3)
            .some((link) => link.pathname.endsWith(address)),
        START_MS,
        `/${pages.chapter}`,
      );
      expectQuiet(page);
    });
  }
});
