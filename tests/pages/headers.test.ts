import { describe, expect, test } from "vitest";
import { book, expectQuiet, inEveryEngine, pages } from "../book/page.ts";

describe("every page", () => {
  for (const [name, path] of Object.entries(pages)) {
    test(`the ${name} page has the headers of isolation and a strict policy`, async () => {
      const { headers, status } = await fetch(book + path);
      expect(status).toBe(name === "missing" ? 404 : 200);
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
      const policy = headers.get("content-security-policy") ?? "";
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts, "script-src of Content-Security-Policy").toContain("'self'");
      expect(scripts).not.toMatch(/'unsafe-(inline|eval)'|https?:|\*/);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("object-src 'none'");
    });
  }
});

test("the licences of what others wrote can be read: bundles of pages, service worker, search, fonts", async () => {
  const text = await (await fetch(`${book}licences.txt`)).text();
  const names = ["@observablehq/plot", "d3-array", "@codemirror/view", "workbox-routing", "pagefind"];
  for (const name of names)
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\S+: (MIT|ISC|Apache-2.0)`, "m"));
  expect(text).toMatch(/SIL OPEN FONT LICENSE/i);
});

inEveryEngine((open) => {
  for (const path of [pages.home, pages.part, pages.chapter]) {
    test(`/${path} is isolated, and loads without an error or a request to another host`, async () => {
      const page = await open(path);
      expect(await page.evaluate<boolean, []>(() => crossOriginIsolated)).toBe(true);
      expectQuiet(page);
    });
  }
});
