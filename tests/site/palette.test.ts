import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codeTheme, KINDS, kindOf } from "../../src/site/code/theme.ts";

const site = new URL("../../src/site/", import.meta.url);
const css = readFileSync(new URL("styles/tokens.css", site), "utf8");
const palette = Object.fromEntries(
  [...css.matchAll(/--hp-([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(([, name, ...colours]) => [
    name,
    colours,
  ]),
);

/** WCAG 2.2, 1.4.3: what text needs; 1.4.11: what lines and marks need. */
const TEXT = 4.5;
const MARK = 3;
/** What all fonts of a page may weigh together, in bytes. */
const FONT_BUDGET = 90_000;

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s palette", (_, scheme) => {
  const colour = (name: string) => palette[name][scheme];

  test.each(["ink", "quiet", "accent", "good", "bad", "unsure"])(
    "%s is readable as text on every ground",
    (name) => {
      for (const ground of ["paper", "code-bg", "raised"])
        expect(contrast(colour(name), colour(ground)), `on ${ground}`).toBeGreaterThanOrEqual(TEXT);
    },
  );

  test("the words on a filled button are readable", () => {
    expect(contrast(colour("on-accent"), colour("accent"))).toBeGreaterThanOrEqual(TEXT);
  });

  test("series and edges of controls stand out from the page", () => {
    for (const name of ["edge", ...[1, 2, 3, 4, 5, 6].map((n) => `series-${n}`)])
      expect(contrast(colour(name), colour("paper")), name).toBeGreaterThanOrEqual(MARK);
  });

  test("changed lines of code are readable in all its colours", () => {
    for (const ground of ["added", "removed"])
      for (const name of ["ink", ...KINDS.map((kind) => `code-${kind}`)])
        expect(contrast(colour(name), colour(ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(TEXT);
  });

  test("code is readable in all its colours, on the ground that the page gives it", () => {
    for (const name of ["ink", ...KINDS.map((kind) => `code-${kind}`)])
      expect(contrast(colour(name), colour("code-bg")), name).toBeGreaterThanOrEqual(TEXT);
  });
});

test("each kind of token has a mark of its own, a class, and a colour for the class", () => {
  const marks = new Set(codeTheme.settings?.map(({ settings }) => settings.foreground));
  const kinds = [...marks].map(kindOf).filter((kind) => kind !== undefined);
  expect(kinds.sort()).toEqual(KINDS.toSorted());
  expect(marks.size).toBe(KINDS.length + 1);
  const figures = readFileSync(new URL("styles/figures.css", site), "utf8");
  for (const kind of KINDS)
    expect(figures).toMatch(new RegExp(`\\.hp-code-${kind} \\{\\s+color: var\\(--hp-code-${kind}\\)`));
});

test("the fonts together stay within their budget", () => {
  const fonts = new URL("fonts/", site);
  const files = readdirSync(fonts).filter((file) => file.endsWith(".woff2"));
  const bytes = files.reduce((sum, file) => sum + statSync(new URL(file, fonts)).size, 0);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(FONT_BUDGET);
});

/** Contrast ratio of two colours, WCAG 2.2 "contrast ratio". */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2 "relative luminance" of a colour in the form #rrggbb. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
