import { createHash } from "node:crypto";
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { definitions } from "../../../src/checks/chapters/definitions.ts";
import { frontMatter } from "../../../src/checks/chapters/front-matter.ts";
import { order } from "../../../src/checks/chapters/order.ts";
import { syntax } from "../../../src/checks/chapters/syntax.ts";
import { claims } from "../../../src/checks/notebooks/claims.ts";
import { notebooks } from "../../../src/checks/notebooks/notebooks.ts";
import { records } from "../../../src/checks/notebooks/records.ts";
import { facts } from "../../../src/checks/numbers/facts.ts";
import { recordedNumbers } from "../../../src/checks/numbers/recorded.ts";
import { addCopies } from "./copies.ts";
import { plainText } from "./plain-text.ts";

const COPIES = 3;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function bookWith(copies: number, seed: number): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "copies-"));
  folders.push(root);
  for (const name of ["content", "notebooks"]) cpSync(name, join(root, name), { recursive: true });
  await addCopies(root, copies, seed);
  return root;
}

function chapters(root: string): string[] {
  return globSync("content/*/*.mdx", { cwd: root });
}

function hashOf(root: string): string {
  const files = globSync("**/*", { cwd: root }).sort();
  const hash = createHash("sha256");
  for (const file of files)
    if (statSync(join(root, file)).isFile()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

const book = bookWith(COPIES, 1);

test("adds as many chapters and as many notebooks as asked", async () => {
  const added = (pattern: string, root: string) =>
    globSync(pattern, { cwd: root }).length - globSync(pattern).length;
  expect(added("content/*/*.mdx", await book)).toBe(COPIES);
  expect(added("notebooks/*/*.html", await book)).toBe(COPIES);
});

test("the same seed gives the same files, another seed others", async () => {
  expect(hashOf(await bookWith(COPIES, 1))).toBe(hashOf(await book));
  expect(hashOf(await bookWith(COPIES, 2))).not.toBe(hashOf(await book));
});

test("no two copies have the same title or the same prose", async () => {
  const texts = chapters(await book).map((file) => readFileSync(join(folders[0], file), "utf8"));
  const titles = texts.map((text) => /^title: .*$/m.exec(text)?.[0]);
  expect(new Set(titles).size).toBe(texts.length);
  expect(new Set(texts.map((text) => text.split("\n---\n")[1])).size).toBe(texts.length);
});

test("what is written passes the checks of the book", async () => {
  const checks = [
    order,
    syntax,
    frontMatter,
    definitions,
    notebooks,
    records,
    recordedNumbers,
    claims,
    facts,
  ];
  for (const { name, run } of checks) expect(await run(await book), name).toEqual([]);
});

test("a page without components keeps its text, its code and the texts of attributes", () => {
  const page = [
    '---\ntitle: One\nminutes: 3\n---\n\nimport {\n  Quiz,\n} from "#chapter";\n\n',
    'Takes <Fact id="a" />{/* given */}, as <Define term="x">a *x*</Define> says.\n\n',
    '<Quiz id="q" asks="Is a > b?">\n\n`<Quiz>` {1}\n\n</Quiz>\n\n```js\nif (a) { b }\n```\n',
  ].join("");
  const plain = plainText(page, (name) => (name === "Fact" ? "3 ns" : undefined));
  expect(plain).toContain("---\ntitle: One\n---\n");
  expect(plain).toContain("Takes 3 ns, as a *x* says.");
  expect(plain).toContain("Is a > b?");
  expect(plain).toContain("`<Quiz>` ");
  expect(plain).toContain("if (a) { b }");
  expect(plain).not.toMatch(/import|<\/|minutes|given/);
});
