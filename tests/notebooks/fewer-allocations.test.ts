import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { expect, test } from "vitest";

/** The same parsers as the tools of the native runs watched them: JavaScript without types. */
const native = "../../notebooks/fewer-allocations/native/parsers.mjs";
const { intoColumns, makeColumns, makeLog, withObjects, withStrings } = await import(native);

/** What the pinned cells of a notebook declare under these names. */
function declared<T>(notebook: string, names: string): T {
  const html = readFileSync(`notebooks/fewer-allocations/${notebook}.html`, "utf8");
  const cells = [...html.matchAll(/<script [^>]*pinned>([\s\S]*?)<\/script>/g)].map(([, cell]) => cell);
  const code = cells.filter((cell) => !cell.includes("experiment(")).join("\n");
  return new Function(`${stripTypeScriptTypes(code)}\nreturn { ${names} };`)();
}

type Parser = (bytes: Uint8Array) => number;

test("alloc-rate: the three parsers agree with a sum made by a regular expression, and with those that the tools watched", () => {
  const parsers = declared<Record<string, Parser>>("alloc-rate", "withStrings, withObjects, intoColumns");
  const log = makeLog(1000);
  const failed = new TextDecoder().decode(log).matchAll(/ 500 (\d+)$/gm);
  const expected = [...failed].reduce((sum, [, micros]) => sum + Number(micros), 0);
  expect(expected).toBeGreaterThan(0);
  for (const parse of Object.values(parsers)) expect(parse(log)).toBe(expected);
  expect([withStrings(log), withObjects(log), intoColumns(log, makeColumns(1000))]).toEqual([
    expected,
    expected,
    expected,
  ]);
});

test("reuse: both merge sorts sort", () => {
  const { sortHalves, sortInPlace } = declared<{
    sortHalves: (xs: Float64Array) => Float64Array;
    sortInPlace: (xs: Float64Array, scratch: Float64Array, from: number, to: number) => void;
  }>("reuse", "sortHalves, sortInPlace");
  for (const n of [1, 2, 3, 64, 999]) {
    const xs = Float64Array.from({ length: n }, (_, i) => (i * 7919) % 1009);
    const sorted = xs.toSorted();
    const work = xs.slice();
    sortInPlace(work, new Float64Array(n >> 1), 0, n);
    expect([sortHalves(xs), work]).toEqual([sorted, sorted]);
  }
});

test("log-lines: the binary ring holds what the text says", () => {
  type Item = { id: number; name: string; price: number; tags: string[] };
  const { asText, asBinary, ring } = declared<{
    asText: (items: Item[]) => number;
    asBinary: (items: Item[]) => number;
    ring: Uint8Array;
  }>("log-lines", "asText, asBinary, ring");
  const items = [{ id: 5, name: "item 5", price: 99, tags: [] }];
  asText(items);
  expect(new TextDecoder().decode(ring)).toMatch(/^1000005 adding item 5 for 99 pence\n/);
  asBinary(items);
  expect([...new Int32Array(ring.buffer, 0, 4)]).toEqual([1_000_005, 7, 5, 99]);
});
