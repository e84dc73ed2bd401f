// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { randomFrom } from "../../src/bench/statistics/random.ts";
import { diffLines } from "../../src/notebook/share/open/diff.ts";
import { diffView } from "../../src/notebook/share/open/diff-view.ts";
import { visible } from "../../src/notebook/share/open/visible.ts";

const marked = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: " ", removed: "-", added: "+" }[kind]}${text}`);

describe("the difference of two texts", () => {
  it("is the lines taken away and the lines added, in their places", () => {
    expect(marked("a\nb\nc\nd", "a\nx\nc\nd\ne")).toEqual([" a", "-b", "+x", " c", " d", "+e"]);
    expect(marked("a", "a")).toEqual([" a"]);
    expect(marked("", "a")).toEqual(["-", "+a"]);
    expect(marked("a\na\na", "a\na")).toEqual([" a", " a", "-a"]);
  });

  it("always has both texts in it, and no line changed that need not be", () => {
    const random = randomFrom(7);
    for (let i = 0; i < 500; ++i) {
      const text = () =>
        Array.from({ length: random() * 8 }, () => "abc"[Math.floor(random() * 3)]).join("\n");
      const [before, after] = [text(), text()];
      const lines = diffLines(before, after);
      const without = (kind: string) =>
        lines
          .filter((line) => line.kind !== kind)
          .map(({ text }) => text)
          .join("\n");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
      const same = lines.filter(({ kind }) => kind === "same").length;
      expect(same).toBe(longestCommon(before.split("\n"), after.split("\n")));
    }
  });

  it("of texts too large to compare is the one and then the other", () => {
    const many = (word: string) => Array.from({ length: 3_000 }, (_, i) => `${word}${i % 9}`).join("\n");
    const lines = diffLines(many("a"), many("b"));
    expect(lines).toHaveLength(6_000);
    expect(lines[3_000].kind).toBe("added");
  });

  function longestCommon(a: string[], b: string[]): number {
    if (a.length === 0 || b.length === 0) return 0;
    const [x, ...as] = a;
    const [y, ...bs] = b;
    return x === y ? 1 + longestCommon(as, bs) : Math.max(longestCommon(as, b), longestCommon(a, bs));
  }
});

describe("on the page it", () => {
  it("is text whatever it holds, with the unseen made visible", () => {
    const view = diffView("Cell 2", "safe", '<img src=x onerror="alert(1)">\u202e }\u200b');
    expect(view.querySelector("img")).toBeNull();
    expect(view.querySelector("ins")?.textContent).toBe(
      '+ added: <img src=x onerror="alert(1)">[U+202E] }[U+200B]',
    );
    expect(view.querySelector("del")?.textContent).toBe("− removed: safe");
  });

  it("shows two lines around a change, and at most 2,000", () => {
    const lines = Array.from({ length: 50 }, (_, i) => `line ${i}`);
    const view = diffView("Cell 2", lines.join("\n"), lines.with(25, "changed").join("\n"));
    expect([...view.querySelectorAll("pre > *")].map((line) => line.textContent)).toEqual([
      ...[
        "⋯",
        "  line 23",
        "  line 24",
        "− removed: line 25",
        "+ added: changed",
        "  line 26",
        "  line 27",
        "⋯",
      ],
    ]);
    const long = diffView("Cell 2", "a", "b\n".repeat(5_000));
    expect(long.querySelectorAll("pre > *")).toHaveLength(2_000);
    expect(long.lastElementChild?.textContent).toBe("3,002 more lines are not shown.");
  });
});

it("only what is unseen is written out", () => {
  expect(visible("a\tb é 😀 “ü”\n")).toBe("a\tb é 😀 “ü”\n");
  expect(visible("\0\r\u2028\u00ad\ufeff")).toBe("[U+0000][U+000D][U+2028][U+00AD][U+FEFF]");
});
