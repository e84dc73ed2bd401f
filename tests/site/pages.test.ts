import { describe, expect, test } from "vitest";
import { withBase } from "../../src/site/base-links.ts";
import { readingMinutes } from "../../src/site/book/reading-time.ts";
import { normalBase, settings } from "../../src/site/settings.ts";

const root = new URL("../../", import.meta.url);

describe("addresses below a sub-path", () => {
  test.each([
    ["/cpu/branches/", "/book/cpu/branches/"],
    ["/", "/book/"],
    ["#heading", "#heading"],
    ["../cpu/", "../cpu/"],
    ["//other.example/a", "//other.example/a"],
    ["https://other.example/", "https://other.example/"],
  ])("%s becomes %s", (from, to) => {
    expect(withBase("/book/", from)).toBe(to);
  });

  test.each(["book", "/book", "/book/", "book/"])("BASE=%s means /book/", (base) => {
    expect(normalBase(base)).toBe("/book/");
  });
});

describe("settings", () => {
  test("without any environment the site is neutral and at the root", () => {
    expect(settings(root, {})).toMatchObject({ site: "https://hotpath.example", base: "/" });
    expect(settings(root, {}).editUrl).toMatch(/^https:\/\/.+\/edit\/main\/$/);
  });

  test("SITE, BASE and EDIT_URL override", () => {
    const env = { SITE: "https://a.example", BASE: "b", EDIT_URL: "https://c.example/edit/" };
    expect(settings(root, env)).toEqual({
      site: "https://a.example",
      base: "/b/",
      editUrl: "https://c.example/edit/",
    });
  });
});

describe("reading time", () => {
  test("200 words a minute, at least one minute", () => {
    expect(readingMinutes("word ".repeat(1000))).toBe(5);
    expect(readingMinutes("a few words")).toBe(1);
  });

  test("front matter, imports, tags and code are not read as prose", () => {
    const rest = `---\ntitle: ${"word ".repeat(900)}\n---\nimport A from "a";\n\`\`\`js\n${"word ".repeat(900)}\n\`\`\`\n<A b="c" />\n`;
    expect(readingMinutes(`${rest}${"word ".repeat(400)}`)).toBe(2);
  });
});
