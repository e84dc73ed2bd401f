import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { compiledFolder } from "../../../src/notebook/compile/write.ts";
import { withoutScrollScript } from "../../../src/site/prerender/drop-scroll-script.ts";
import { FinishedPages } from "../../../src/site/prerender/finished-pages.ts";
import { qualityFor } from "../../../src/site/production/compress.ts";
import { scriptHash } from "../../../src/site/production/inline-scripts.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A build whose files are in place and whose pages are about to be rendered. */
function build() {
  const root = mkdtempSync(join(tmpdir(), "hot-path-finished-"));
  folders.push(root);
  const files = {
    "dist/favicon.svg": "<svg/>",
    "dist/_astro/style.a1.css": "p { color: red }",
    [`${compiledFolder}/a/one/host.b2.js`]: "",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const pages = new FinishedPages();
  const dist = join(root, "dist");
  const extraHashes = ["'sha256-frame'"];
  pages.start({ root, dist, base: "/", extraHashes, quality: qualityFor(1) });
  return { pages, dist, read: (path: string) => readFileSync(join(dist, path)) };
}

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title><link rel="stylesheet" href="/_astro/style.a1.css"></head><body><main data-pagefind-body>${body}</main></body></html>`;

it("a page gets the policy for its own scripts and its list, and has compressed copies", async () => {
  const { pages, dist, read } = build();
  const html = await pages.finish(
    0,
    "cpu/one/index.html",
    page(`<a href="/_notebooks/a/one/host.b2.js">a</a>${"<script>start()</script>word".repeat(20)}`),
  );
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1] ?? "";
  expect(policy.match(/'sha256-[^']+'/g)).toEqual(["'sha256-frame'", scriptHash("start()")].sort());
  const list = /<meta name="hot-path-files" content="([^"]+)">/.exec(html)?.[1] ?? "";
  expect(JSON.parse(String(read(list)))).toEqual([
    ["_astro/style.a1.css", expect.stringMatching(/^sha256-/)],
    ["_notebooks/a/one/host.b2.js", expect.stringMatching(/^sha256-/)],
  ]);
  const shared = await pages.end();
  expect(String(brotliDecompressSync(read("cpu/one/index.html.br")))).toBe(html);
  expect(String(gunzipSync(read("cpu/one/index.html.gz")))).toBe(html);
  expect(String(read(shared))).toContain("pagefind/pagefind-entry.json");
  expect(JSON.parse(String(read("offline/book.json"))).pages).toEqual(["cpu/one/"]);
  expect([...pages.hashes].sort()).toEqual(["'sha256-frame'", scriptHash("start()")].sort());
  expect(existsSync(join(dist, "pagefind/pagefind.js"))).toBe(true);
});

it("the search index is the same in whatever order pages come in, and passes over what is no page", async () => {
  const entries: string[] = [];
  for (const order of [
    [0, 1, 2],
    [2, 1, 0],
  ]) {
    const { pages, read } = build();
    for (const place of order) {
      if (place === 1) await pages.pass(place);
      else await pages.finish(place, `cpu/${place}/index.html`, page(`number${place}`));
    }
    await pages.end();
    entries.push(String(read("pagefind/pagefind-entry.json")));
  }
  expect(JSON.parse(entries[0]).languages.en.page_count).toBe(2);
  expect(entries[1]).toBe(entries[0]);
});

it("what the policy would block is told with its page; the page for unknown addresses has no list", async () => {
  const { pages } = build();
  const html = await pages.finish(
    0,
    "404.html",
    page('<button onclick="stop()">Stop</button><img src="https://far.example/b.png">'),
  );
  expect(html).not.toContain("hot-path-files");
  expect(pages.problems).toEqual([
    "dist/404.html: <button onclick> holds code, which the policy blocks. Use addEventListener.",
    "dist/404.html: loads https://far.example/b.png from another host. Copy the file into the project.",
  ]);
  await pages.end();
});

it("Expressive Code's script is taken out of a page, and no other", () => {
  const other = '<script type="module" src="/book/_astro/player.Ab1.js"></script>';
  const html = `<p>a</p><script type="module" src="/book/_astro/ec.Xy9.js"></script>${other}`;
  expect(withoutScrollScript(html)).toBe(`<p>a</p>${other}`);
});
