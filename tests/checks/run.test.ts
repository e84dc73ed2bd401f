import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { annotation } from "../../src/checks/annotate.ts";
import { CHAPTER } from "../../src/checks/chapters/components.ts";
import { runCheck } from "../../src/checks/check.ts";

describe("an annotation for GitHub", () => {
  it("carries file, line and column, and escapes what would end them", () => {
    expect(annotation("links", "content/a.mdx:3:5: 50 % of it\nis wrong. Correct it.")).toBe(
      "::error file=content/a.mdx,line=3,col=5,title=links::50 %25 of it%0Ais wrong. Correct it.",
    );
    expect(annotation("a: b, c", "content/a.mdx:3: wrong.")).toBe(
      "::error file=content/a.mdx,line=3,title=a%3A b%2C c::wrong.",
    );
  });

  it("of a problem without a place says the whole of it", () => {
    expect(annotation("lock file", "package-lock.json is odd: a, b.")).toBe(
      "::error title=lock file::package-lock.json is odd: a, b.",
    );
  });
});

it.each([
  ["an Error", new TypeError("x is not a function\n    at y (z.ts:1:1)")],
  ["a text", "x is not a function"],
])(
  "a check that throws %s becomes one line that says which check, and how to report it",
  async (_, thrown) => {
    const { problems } = await runCheck({ name: "links", run: () => Promise.reject(thrown) }, ".");
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^The check of “links” failed itself: x is not a function\. Please report/);
    expect(problems[0]).not.toContain("\n");
  },
);

it("the check of imports knows every component that chapters can import, and no other", () => {
  const index = readFileSync("src/site/components/chapter/index.ts", "utf8");
  const exported = [...index.matchAll(/export \{ default as (\w+) \}/g)].map(([, name]) => name);
  expect(CHAPTER.toSorted()).toEqual(exported.toSorted());
});
