import { globSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { chapterIds, readBook } from "../../src/site/book/book.ts";
import { untilIdle } from "../book/idle.ts";
import { book, inEveryEngine } from "../book/page.ts";

/** What a chapter with two notebooks may load before the reader does anything: HTML, style sheets and scripts as a host sends them, in bytes. */
const CHAPTER = 60_000;
/** What each further notebook may add: its code, its recorded charts and their tables. */
const NOTEBOOK = 8_000;
/** What each kernel of WebAssembly may add: its source and its instructions. */
const KERNEL = 6_000;
/** All typefaces of the book together, in bytes. */
const FONTS = 90_000;

const chapters = chapterIds(readBook(readFileSync("content/book.yaml", "utf8")).book);

inEveryEngine((open, engine) => {
  // the same files in every engine
  test.runIf(engine === "chromium").each(chapters)(
    "%s loads no more before a click than its notebooks may weigh",
    async (id) => {
      const page = await untilIdle(await open(`${id}/`));
      const asked = new Set(
        page.requests().filter((url) => url.startsWith(book) && !/\.(woff2|svg)$/.test(url)),
      );
      expect([...asked]).toContain(`${book}${id}/`);
      const sizes = await Promise.all([...asked].map(async (url) => ({ url, bytes: await sentBytes(url) })));
      const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
      const list = sizes.map(({ url, bytes }) => `${bytes} ${url.slice(book.length)}`).join("\n");
      const text = readFileSync(`content/${id}.mdx`, "utf8");
      const notebooks = [...text.matchAll(/^<Notebook src="([^"]+)"/gm)].map(([, notebook]) => notebook);
      const kernels = new Set(notebooks.flatMap(kernelsOf));
      const further = NOTEBOOK * Math.max(0, notebooks.length - 2);
      expect(sum, list).toBeLessThan(CHAPTER + further + KERNEL * kernels.size);
    },
  );
});

test("the typefaces weigh less than 90 KB", () => {
  const files = globSync("dist/_astro/*.woff2");
  const sum = files.reduce((total, file) => total + statSync(file).size, 0);
  expect(sum).toBeGreaterThan(0);
  expect(sum, files.join("\n")).toBeLessThan(FONTS);
});

/** The kernels that a notebook imports. */
function kernelsOf(id: string): string[] {
  const folder = id.replace(/[^/]*$/, "");
  const imports = readFileSync(`notebooks/${id}.html`, "utf8").matchAll(
    /from "\.\/([^"]+\.(?:as\.ts|wat))"/g,
  );
  return [...imports].map(([, name]) => folder + name);
}

/** What a host sends of a file to a browser of today. */
async function sentBytes(url: string): Promise<number> {
  const response = await fetch(url, { headers: { "accept-encoding": "br, gzip" } });
  const bytes = (await response.arrayBuffer()).byteLength;
  return Number(response.headers.get("content-length") ?? bytes);
}
