import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { folderOf, importProblems, importsOf, mayImport } from "../../src/checks/code/imports.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((file) => `src/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.(ts|astro)$/.test(file) && !file.endsWith(".d.ts"));
const read = (file: string) => readFileSync(join(root, file), "utf8");

test("the rule sees the imports of every folder", () => {
  expect(files.flatMap((file) => importsOf(file, read(file))).length).toBeGreaterThan(500);
  for (const file of files)
    expect(Object.keys(mayImport).concat("content.config.ts")).toContain(folderOf(file));
});

test("imports go one way: site, then notebook, study and charts, then bench and simulate", () => {
  expect(files.flatMap((file) => importProblems(file, read(file)))).toEqual([]);
});

test.each([
  ["src/bench/a.ts", 'import { b } from "../charts/b.ts";\n', "src/bench imports “../charts/b.ts”"],
  ["src/simulate/a.ts", 'export type { B } from "d3";\n', "src/simulate imports “d3”"],
  ["src/bench/a.ts", 'const b = await import("acorn");\n', "src/bench imports “acorn”"],
  ["src/charts/a.ts", 'import type { B } from "../notebook/b.ts";\n', "src/charts imports from src/notebook"],
  ["src/study/a.ts", 'import { B } from "#charts";\n', "src/study imports from src/charts"],
  ["src/site/a.astro", '---\nimport b from "../../tests/b.ts";\n---\n', "lies outside of src/"],
  ["src/notebook/a.astro", '<script>import "../site/b.ts";</script>', "src/notebook imports from src/site"],
])("%s with %j is told", (file, text, what) => {
  const [problem, ...more] = importProblems(file, text);
  expect(problem).toContain(what);
  expect(more).toEqual([]);
});

test("what stays inside or goes down is silent", () => {
  expect(
    importProblems("src/site/a.ts", 'import { b } from "../bench/b.ts";\nimport c from "acorn";\n'),
  ).toEqual([]);
  expect(importProblems("src/bench/a/b.ts", 'import { b } from "../c.ts";\n')).toEqual([]);
});
