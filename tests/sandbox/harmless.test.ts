import { describe, expect, it } from "vitest";
import { harmless, isPlain } from "../../src/notebook/sandbox/harmless.ts";

describe("harmless", () => {
  it("leaves ordinary text as it is, in any script", () => {
    for (const text of ["if (x < 1) {\n  y;\n}", "Größe, размер, 大小, حجم", "<b>&amp;</b>", "👍"])
      expect(harmless(text, 100)).toBe(text);
  });

  it.each([
    ["terminal escapes", "\u001b[31mred\u009b", "\\u{1b}[31mred\\u{9b}"],
    ["changes of direction", "\u202e\u2066\u200f\u061c", "\\u{202e}\\u{2066}\\u{200f}\\u{61c}"],
    ["what cannot be seen", "a\u200bb\u00adc\ufeff", "a\\u{200b}b\\u{ad}c\\u{feff}"],
    ["separators of lines", "\r\u2028\u2029\u0085", "\\u{d}\\u{2028}\\u{2029}\\u{85}"],
    ["halves of characters", "\ud83d!", "\\u{d83d}!"],
    ["invisible letters", "\u{e0041}", "\\u{e0041}"],
  ])("spells out %s", (_, text, shown) => expect(harmless(text, 100)).toBe(shown));

  it("cuts what is long, and tells how long it was", () => {
    expect(harmless("x".repeat(11), 10)).toBe(`${"x".repeat(10)}… (11 characters)`);
    expect(harmless("\u202e".repeat(10), 10).length).toBeLessThan(80);
  });
});

describe("a name", () => {
  it("is plain if it is short and shows all of itself", () => {
    expect(isPlain("sorted, 2 KiB", 20)).toBe(true);
    for (const text of ["a\nb", "a\u202e", "x".repeat(21)]) expect(isPlain(text, 20)).toBe(false);
  });
});
