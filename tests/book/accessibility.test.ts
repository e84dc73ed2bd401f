import { expect, test } from "vitest";
import { violationsOf } from "./axe.ts";
import { inEveryEngine, pages } from "./page.ts";

inEveryEngine((open, engine) => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [name, path] of Object.entries(pages)) {
      test(`axe finds nothing on the ${name} page in ${colorScheme}`, async () => {
        const page = await open(path, { colorScheme });
        const theme = await page.evaluate("document.documentElement.dataset.theme");
        expect(theme, "data-theme of <html>").toBe(colorScheme);
        expect(await violationsOf(page), `${engine}, ${path || "home"}`).toBe("");
      });
    }
  }
});
