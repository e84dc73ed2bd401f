import { expect, test } from "vitest";
import { inEveryEngine, pages } from "../book/page.ts";

/** The narrowest phone that is still common. */
const WIDTH = 360;

inEveryEngine((open) => {
  for (const [name, path] of Object.entries(pages)) {
    test(`at 360 px the ${name} page does not scroll sideways`, async () => {
      const page = await open(path, { width: WIDTH, height: 740 });
      const seen = await page.evaluate<{ inner: number; scroll: number; widest: string[] }, []>(() => {
        // without the scroll bar, which takes room in Firefox
        const inner = document.documentElement.clientWidth;
        const scrolls = (element: Element | null): boolean =>
          element !== null &&
          (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX) ||
            scrolls(element.parentElement));
        // Only what is visible: to measure inside a closed <details> crashes WebKitGTK 2.50 at this width.
        const widest = [...document.querySelectorAll("body *")]
          .filter((element) => element.checkVisibility())
          .filter(
            (element) => element.getBoundingClientRect().right > inner + 1 && !scrolls(element.parentElement),
          )
          .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
        return { inner, scroll: document.documentElement.scrollWidth, widest: widest.slice(0, 5) };
      });
      expect(seen.scroll, `wider than the screen: ${seen.widest.join(", ")}`).toBeLessThanOrEqual(seen.inner);
    });
  }

  test("at 360 px every folded part of the chapter opens", async () => {
    const page = await open(pages.chapter, { width: WIDTH, height: 740 });
    const opened = await page
      .evaluate<number, []>(() => {
        const folded = [...document.querySelectorAll("details")];
        for (const details of folded) details.open = true;
        return folded.filter((details) => details.getBoundingClientRect().height > 0).length;
      })
      .catch(() => 0);
    // Code that inherits `text-wrap: pretty` crashed the web process of WebKitGTK 2.50 here.
    expect(opened, "the page crashed, or nothing opened").toBeGreaterThan(0);
  });
});
