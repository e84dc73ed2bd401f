import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Lists } from "../../../src/site/offline/build/lists.ts";
import type { Entry, Shared, WholeBook } from "../../../src/site/offline/names.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"/><title>A page</title></head><body>${body}</body></html>`;

const site: Record<string, string> = {
  "index.html": page('<link rel="stylesheet" href="/book/_astro/style.a1.css">'),
  "cpu/branches/index.html": page(
    '<script type="module" src="/book/_astro/element.b2.js"></script>' +
      '<hot-notebook data-manifest="/book/_notebooks/branches/one/manifest.c3.json"></hot-notebook>' +
      '<a href="/book/lib/bench.js">the harness</a><img src="https://elsewhere.example/_astro/style.a1.css">',
  ),
  "offline/not-kept/index.html": page(""),
  "fixtures/throws/index.html": page('<script src="/book/_astro/only-fixtures.d4.js"></script>'),
  "404.html": page(""),
  "favicon.svg": "<svg/>",
  "lib/bench.js": "export {}",
  "_astro/style.a1.css":
    "@font-face { src: url(./serif.e5.woff2) } body { background: url(/book/_astro/absent.css) }",
  "_astro/serif.e5.woff2": "font",
  "_astro/element.b2.js": 'const d = ["_astro/figures.f6.css"]; load(() => import("./player.g7.js"), d);',
  "_astro/figures.f6.css": "",
  "_astro/player.g7.js": 'import "./runtime.h8.js"; import("./element.b2.js");',
  "_astro/runtime.h8.js": "export {}",
  "_astro/unused.i9.js": "export {}",
  "_astro/only-fixtures.d4.js": "export {}",
  "_notebooks/branches/one/manifest.c3.json": '{"host":"host.j1.js","worker":"worker.k2.js"}',
  "_notebooks/branches/one/host.j1.js": "export default () => []",
  "_notebooks/branches/one/worker.k2.js": "serve()",
  "_notebooks/branches/two/host.j1.js": "another notebook's",
  "pagefind/pagefind.js": "search()",
  "pagefind/pagefind-entry.json": "{}",
  "pagefind/pagefind-ui.js": "an interface that is not used",
  "pagefind/pagefind.en_1.pf_meta": "meta",
  "pagefind/wasm.en.pagefind": "wasm",
  "pagefind/wasm.unknown.pagefind": "wasm",
  "pagefind/index/en_2.pf_index": "index",
  "pagefind/fragment/en_3.pf_fragment": "fragment",
};

/** Writes a site and its lists; gives what was written. */
function build(changed: Record<string, string> = {}) {
  const dist = `${mkdtempSync(join(tmpdir(), "hot-path-lists-"))}/`;
  folders.push(dist);
  for (const [path, text] of Object.entries({ ...site, ...changed })) {
    mkdirSync(dirname(dist + path), { recursive: true });
    writeFileSync(dist + path, text);
  }
  const files = globSync("**/*", { cwd: dist }).map((path) => path.replaceAll("\\", "/"));
  const lists = new Lists(dist, "/book/");
  for (const file of files.filter((path) => path.endsWith("index.html")))
    writeFileSync(dist + file, lists.page(file, readFileSync(dist + file, "utf8")));
  const sharedPath = lists.book(files);
  const read = (path: string) => readFileSync(dist + path, "utf8");
  const listOf = (file: string) => /name="hot-path-files" content="([^"]+)"/.exec(read(file))?.[1] ?? "";
  const shared: Shared = JSON.parse(read(sharedPath));
  const book: WholeBook = JSON.parse(read("offline/book.json"));
  return { sharedPath, read, listOf, shared, book };
}

const paths = (entries: Entry[]) => entries.map(([path]) => path);

describe("the list of a page", () => {
  test("has what the page names and what that names in turn, imports that wait for a click included", () => {
    const { read, listOf } = build();
    expect(paths(JSON.parse(read(listOf("cpu/branches/index.html"))))).toEqual([
      "_astro/element.b2.js",
      "_astro/figures.f6.css",
      "_astro/player.g7.js",
      "_astro/runtime.h8.js",
      "_notebooks/branches/one/host.j1.js",
      "_notebooks/branches/one/manifest.c3.json",
      "_notebooks/branches/one/worker.k2.js",
    ]);
    expect(paths(JSON.parse(read(listOf("index.html"))))).toEqual([
      "_astro/serif.e5.woff2",
      "_astro/style.a1.css",
    ]);
  });

  test("is named in the page's head, where the first kilobyte still has the character encoding", () => {
    const { read } = build();
    expect(read("index.html")).toMatch(
      /<head><meta charset="utf-8"\/><meta name="hot-path-files" content="_offline\/home\.[0-9a-f]{10}\.json"><title>/,
    );
  });

  test("has another name as soon as a file has another content, and the same one otherwise", () => {
    const list = build().listOf("cpu/branches/index.html");
    expect(build().listOf("cpu/branches/index.html")).toBe(list);
    const changed = build({ "_astro/runtime.h8.js": "export { changed }" });
    expect(changed.listOf("cpu/branches/index.html")).not.toBe(list);
    expect(changed.listOf("index.html")).toBe(build().listOf("index.html"));
  });
});

describe("what is listed of the whole book", () => {
  test("is the search with its whole index, and nothing of the interfaces that are not used", () => {
    expect(paths(build().shared.files)).toEqual([
      "favicon.svg",
      "pagefind/fragment/en_3.pf_fragment",
      "pagefind/index/en_2.pf_index",
      "pagefind/pagefind-entry.json",
      "pagefind/pagefind.en_1.pf_meta",
      "pagefind/pagefind.js",
      "pagefind/wasm.en.pagefind",
    ]);
  });

  test("is every page, and the bytes of each file once", () => {
    const { book, shared, read } = build();
    expect(book.pages).toEqual(["cpu/branches/", ""]);
    const files = [
      ...["index.html", "cpu/branches/index.html", "offline/not-kept/index.html"],
      ...paths(JSON.parse(read(build().listOf("index.html")))),
      ...paths(JSON.parse(read(build().listOf("cpu/branches/index.html")))),
      ...paths(shared.files),
    ];
    expect(book.bytes).toBe(files.reduce((sum, file) => sum + Buffer.byteLength(read(file)), 0));
  });

  test("has another name after any change of a page, and the same one after a change of a fixture", () => {
    const { sharedPath } = build();
    expect(build().sharedPath).toBe(sharedPath);
    expect(build({ "index.html": page("another text") }).sharedPath).not.toBe(sharedPath);
    expect(build({ "fixtures/throws/index.html": page("") }).sharedPath).toBe(sharedPath);
  });
});
