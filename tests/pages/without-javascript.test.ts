import { expect, test } from "vitest";
import { inEveryEngine, notebooks, pages, parts } from "../book/page.ts";

inEveryEngine((open) => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`without JavaScript, in ${colorScheme}, the recorded chart and table are there`, async () => {
      const page = await open(pages.chapter, { javaScript: false, colorScheme });
      const live = await page.evaluate<boolean, []>(() => customElements.get("hot-notebook") !== undefined);
      expect(live, "scripts of the page ran").toBe(false);
      for (const notebook of [notebooks.benchmark, notebooks.simulation]) {
        expect(await page.sees(`${notebook} ${parts.chart}`), `${notebook} shows no chart`).toBe(true);
        expect(await page.sees(`${notebook} ${parts.code}`), `${notebook} shows no code`).toBe(true);
        expect(
          await page.sees(`${notebook} noscript p`),
          `${notebook} does not say what needs JavaScript`,
        ).toBe(true);
      }
      expect(await page.sees(".hp-works-offline"), "nothing is kept without JavaScript").toBe(false);
      expect(await page.sees(`${notebooks.benchmark} ${parts.table}`), "no table of recorded results").toBe(
        true,
      );
    });
  }
});
