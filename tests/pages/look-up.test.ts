import { type DefaultTreeAdapterMap, parse } from "parse5";
import { expect, test } from "vitest";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { lookUp } from "../../src/site/book/look-up.ts";
import { violationsOf } from "../book/axe.ts";
import { book, expectQuiet, inEveryEngine, START_MS } from "../book/page.ts";

type Node = DefaultTreeAdapterMap["node"];

/** Lines of a list that are shown, folded ones not counted. */
function shownRows(page: Page): Promise<number> {
  return page.evaluate<number, []>(
    () => [...document.querySelectorAll("[data-row]")].filter((row) => row.checkVisibility()).length,
  );
}

test.for(lookUp)("every link of $id leads to a page of the book, and to a place in it", async ({ id }) => {
  const address = new URL(`${id}/`, book);
  const ids = new Map<string, Set<string>>();
  const dead: string[] = [];
  for (const href of new Set(await attributesOf(address, "a", "href"))) {
    const target = new URL(href, address);
    if (target.origin !== address.origin) continue;
    const page = target.href.replace(target.hash, "");
    if (!ids.has(page)) ids.set(page, new Set(await attributesOf(new URL(page), "*", "id")));
    const place = decodeURIComponent(target.hash.slice(1));
    if (place && !ids.get(page)?.has(place)) dead.push(href);
  }
  expect(dead).toEqual([]);
  expect(ids.size).toBeGreaterThan(1);
});

test("every chapter leads to the pages to look things up", async () => {
  const links = await attributesOf(new URL("cpu/branches/", book), "a", "href");
  const base = new URL(book).pathname;
  expect(links).toEqual(expect.arrayContaining(lookUp.map(({ id }) => `${base}${id}/`)));
});

test("notebooks of the tests are in no index", async () => {
  const ids = await attributesOf(new URL("notebooks/", book), "article", "id");
  expect(ids).toContain("branches/sorted-vs-random");
  expect(ids.filter((id) => id.startsWith("fixtures/"))).toEqual([]);
});

inEveryEngine((open, engine) => {
  test("the filter works by keyboard, unfolds what it finds, and folds it again", async () => {
    const page = await open("syllabus/");
    await page.waitFor("the filter", () => customElements.get("hot-filter") !== undefined, START_MS);
    const before = await shownRows(page);
    const isOpen = () => document.querySelector<HTMLDetailsElement>("#interview-playbook")?.open;
    expect(await page.evaluate(isOpen)).toBe(false);
    await page.evaluate(() => document.querySelector<HTMLElement>("#syllabus-filter")?.focus());
    await page.type("worked transcripts");
    const status = () => document.querySelector("hot-filter [role=status]")?.textContent ?? "";
    await page.waitFor("what is found to unfold", isOpen, START_MS);
    expect(await page.evaluate(status)).toMatch(/^\d+ of \d+ items and experiments$/);
    const texts = await page.evaluate<string[], []>(() =>
      [...document.querySelectorAll("[data-row]")]
        .filter((row) => row.checkVisibility())
        .map((row) => row.textContent ?? ""),
    );
    expect(texts.some((text) => /worked transcripts/.test(text))).toBe(true);
    expect(texts.some((text) => /prediction mechanisms/.test(text))).toBe(false);
    for (const _ of "worked transcripts") await page.press("Backspace");
    await page.waitFor(
      "it to fold again",
      () => !document.querySelector("#interview-playbook[open]"),
      START_MS,
    );
    expect(await shownRows(page)).toBe(before);
    expectQuiet(page);
  });

  test.runIf(engine === "chromium")(
    "without JavaScript the syllabus is whole and no dead field stands there",
    async () => {
      const page = await open("syllabus/", { javaScript: false });
      expect(await shownRows(page)).toBeGreaterThan(5);
      expect(await page.sees("hot-filter")).toBe(false);
    },
  );

  test.runIf(engine === "chromium")(
    "the search ranks a chapter above pages that gather its terms",
    async () => {
      const page = await open("");
      const address = new URL("pagefind/pagefind.js", book).pathname;
      for (const words of ["misprediction", "gshare", "conditional move"]) {
        // as text: Vitest rewrites import() in functions
        const found = await page.evaluate<string[], []>(`import(${JSON.stringify(address)})
        .then((pagefind) => pagefind.search(${JSON.stringify(words)}))
        .then(({ results }) => Promise.all(results.map((result) => result.data())))
        .then((pages) => pages.map(({ url }) => url))`);
        const rank = (path: string) => found.findIndex((url) => url.endsWith(path));
        expect(rank("/cpu/branches/"), words).toBeGreaterThanOrEqual(0);
        expect(rank("/glossary/"), words).toBeGreaterThan(rank("/cpu/branches/"));
      }
    },
  );

  test.runIf(engine === "chromium").for(lookUp)(
    "axe finds nothing on $id in both themes, and at 360 px nothing is cut off",
    async ({ id }) => {
      const page = await open(`${id}/`, { colorScheme: "dark", width: 360 });
      expect(await violationsOf(page)).toBe("");
      const [scroll, inner] = await page.evaluate<[number, number], []>(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        document.documentElement.dataset.theme = "light";
        return [scrollWidth, clientWidth];
      });
      expect(scroll).toBeLessThanOrEqual(inner);
      expect(await violationsOf(page), "light").toBe("");
    },
  );
});

/** The values of an attribute in a page as the server sends it. */
async function attributesOf(address: URL, tag: string, name: string): Promise<string[]> {
  const response = await fetch(address);
  expect(response.status, address.href).toBe(200);
  const values: string[] = [];
  const visit = (node: Node) => {
    if ("attrs" in node && (tag === "*" || node.tagName === tag))
      values.push(...node.attrs.filter((attribute) => attribute.name === name).map(({ value }) => value));
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(await response.text()));
  return values;
}
