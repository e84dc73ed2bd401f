import { globSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { violationsOf } from "../book/axe.ts";
import { book, inEveryEngine, pages } from "../book/page.ts";

/** Every page of the book, as built. */
const everyPage = globSync("**/index.html", { cwd: "dist" })
  .filter((file) => !file.startsWith("fixtures/"))
  .map((file) => (file === "index.html" ? "" : `${dirname(file).replaceAll("\\", "/")}/`))
  .sort();

const some = { home: pages.home, chapter: pages.chapter };

inEveryEngine((open, engine) => {
  for (const colorScheme of ["light", "dark"] as const) {
    // the rules are the same in every engine; what they are told of the page may differ
    for (const [name, path] of Object.entries(engine === "chromium" ? pages : some)) {
      test(`axe finds nothing on the ${name} page in ${colorScheme}`, async () => {
        const page = await open(path, { colorScheme });
        const theme = await page.evaluate("document.documentElement.dataset.theme");
        expect(theme, "data-theme of <html>").toBe(colorScheme);
        expect(await violationsOf(page), `${engine}, ${path || "home"}`).toBe("");
      });
    }

    test.runIf(engine === "chromium")(`axe finds nothing on any page in ${colorScheme}`, async () => {
      const page = await open(pages.home, { colorScheme });
      const found: string[] = [];
      for (const path of everyPage.filter((path) => !Object.values(pages).includes(path))) {
        await page.goto(book + path);
        // the second theme differs in its colours only
        const violations = await violationsOf(page, colorScheme === "dark" ? ["color-contrast"] : []);
        if (violations) found.push(`${path}\n${violations}`);
      }
      expect(everyPage.length).toBeGreaterThan(Object.keys(pages).length);
      expect(found.join("\n\n")).toBe("");
    });
  }
});
