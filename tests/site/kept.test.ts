import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptByFile } from "../../src/site/kept.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("a file is read once, and again when it has changed", () => {
  const reads: string[] = [];
  const read = keptByFile((path) => reads.push(path));
  const path = fileWith("a", "one");
  expect([read(path), read(path)]).toEqual([1, 1]);
  fileWith("a", "another");
  expect([read(path), read(path)]).toEqual([2, 2]);
});

test("of more files than are kept, those that were asked for last stay", () => {
  const reads: string[] = [];
  const read = keptByFile((path) => reads.push(path.slice(-1)), 2);
  const [a, b, c] = ["a", "b", "c"].map((name) => fileWith(name, name));
  for (const path of [a, b, a, c, a, b]) read(path);
  expect(reads).toEqual(["a", "b", "c", "b"]);
});
