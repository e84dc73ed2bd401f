import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";
import { type Placement, placePages } from "../../src/simulate/index.ts";

/** What the cell of functions of a notebook declares under these names. */
function declared<T>(notebook: string, names: string): T {
  const html = readFileSync(`notebooks/affinity-numa/${notebook}.html`, "utf8");
  const cell = /<script id="2"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
  return new Function(`${stripTypeScriptTypes(cell)}\nreturn { ${names} };`)();
}

test("core-lottery: six chains at once give what they give one after another", () => {
  const { oneAfterAnother, sixAtOnce } = declared<Record<string, (seed: number) => number>>(
    "core-lottery",
    "oneAfterAnother, sixAtOnce",
  );
  for (const seed of [0, 1, 500, 999]) expect(sixAtOnce(seed)).toBe(oneAfterAnother(seed));
  expect(sixAtOnce(1)).not.toBe(sixAtOnce(2));
});

test("home-or-any: the rule that is shown does what its policies say", () => {
  const { choose } = declared<{ choose: (policy: string, home: number, idle: number[]) => number }>(
    "home-or-any",
    "choose",
  );
  expect(choose("pinned", 1, [0, 2])).toBe(-1);
  expect(choose("pinned", 1, [0, 1])).toBe(1);
  expect(choose("home first", 1, [0, 1])).toBe(1);
  expect(choose("home first", 1, [0, 2])).toBe(0);
  expect(choose("one queue", 1, [0, 1])).toBe(0);
  for (const policy of ["pinned", "home first", "one queue"]) expect(choose(policy, 0, [])).toBe(-1);
});

test("first-touch: the rule that is shown places pages as the library does", () => {
  const { nodeOf } = declared<{
    nodeOf: (page: number, writer: number, nodes: number, placement: string) => number;
  }>("first-touch", "nodeOf");
  const settings = { threadsPerNode: 2, pagesPerThread: 6 };
  for (const placement of ["one thread writes all", "each writes its own", "interleaved"] as Placement[])
    for (const nodes of [1, 2, 4]) {
      const pagesOn = Array<number>(nodes).fill(0);
      for (let page = 0; page < nodes * 12; ++page)
        pagesOn[nodeOf(page, Math.floor(page / 12), nodes, placement)] += 1;
      expect(placePages({ ...settings, nodes, placement }).pagesOn).toEqual(pagesOn);
    }
});
