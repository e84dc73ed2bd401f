import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CellError } from "../../src/notebook/compile/analyse/cell-error.ts";
import { stripTypes } from "../../src/notebook/compile/analyse/strip.ts";
import { readNotebook } from "../../src/notebook/compile/read.ts";
import { stripInBrowser } from "../../src/notebook/edit/strip/strip-types.ts";
import { alike, better, refused } from "./tricky.ts";

const notebooks = globSync(["notebooks/*/*.html", "tests/fixtures/{notebooks/*,ordinary}/*.html"]);
const sources = globSync("src/**/*.ts", { exclude: (path) => path.endsWith(".d.ts") });

describe("blanking out types in the browser", () => {
  test.each(notebooks)("leaves of every cell of %s what the build leaves", (file) => {
    const cells = readNotebook(file, readFileSync(file, "utf8")).cells.filter(({ mode }) => mode === "ts");
    for (const { value } of cells) expect(stripInBrowser(value)).toBe(stripTypes(value));
  });

  test("leaves of the source of this book what the build leaves", () => {
    expect(sources.length).toBeGreaterThan(200);
    for (const file of sources) {
      const text = readFileSync(file, "utf8");
      expect(plain(stripInBrowser(text)), file).toBe(plain(stripTypes(text)));
    }
  });

  test.each(alike)("agrees with the build on %j", (text) => {
    const blanked = stripInBrowser(text);
    expect(plain(blanked)).toBe(plain(stripTypes(text)));
    expect(blanked).toHaveLength(text.length);
    expect(() => new Function(`async () => {${blanked.replace(/^import .*$/gm, "")}}`)).not.toThrow();
  });

  test.each(better)("keeps the meaning of %j, which the build changes", (text, expected) => {
    expect(stripInBrowser(text)).toBe(expected);
  });

  test.each(refused)("refuses %j, as the build does", (text, what, offset) => {
    const [ours, builds] = [mistake(stripInBrowser, text), mistake(stripTypes, text)];
    expect(ours.what).toMatch(what);
    expect(ours.offset).toBe(offset);
    expect(ours.fix).toMatch(/\w/);
    expect(builds.what).toMatch(what);
  });

  test("a syntax error is told with its place", () => {
    const { what, offset } = mistake(stripInBrowser, "let a = 1;\nlet b: = 2;\n");
    expect(what).toBe("syntax error: unexpected token");
    expect(offset).toBe("let a = 1;\nlet b: ".length);
  });
});

/** amaro puts wider spaces for characters of several bytes. */
function plain(text: string): string {
  return text.replace(/[^\S\n]/g, " ");
}

function mistake(strip: (text: string) => string, text: string): CellError {
  try {
    strip(text);
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
  throw new Error(`nothing was refused in ${text}`);
}
