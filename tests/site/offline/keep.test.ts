import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Entry } from "../../../src/site/offline/names.ts";
import { StoredCaches } from "./stored-caches.ts";

const root = "http://book.example/book/";
const sharedList = "_offline/shared.1.json";
vi.stubGlobal("registration", { scope: root });
vi.stubGlobal("HOT_PATH_SHARED", sharedList);
const { keepPage, keepShared, removeUnused } = await import("../../../src/site/offline/worker/keep.ts");

/** What the server answers, by path; what is not there is missing. */
let server: Record<string, string> = {};
let caches = new StoredCaches();

/** As browsers do it: a wrong hash is refused like a network that fails. */
async function fetch(request: string | Request, init: RequestInit = {}): Promise<Response> {
  const url = typeof request === "string" ? request : request.url;
  const integrity = init.integrity || (typeof request === "string" ? "" : request.integrity);
  const text = server[url.slice(root.length)];
  if (text === undefined) return new Response("not found", { status: 404 });
  if (integrity && integrity !== hash(text)) throw new TypeError("Failed to fetch");
  return new Response(text);
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** A page of one version, with its list and files. */
function version(number: number): Record<string, string> {
  const files = { [`_astro/code.${number}.js`]: `code ${number}`, "_astro/same.js": "the same" };
  const list = `_offline/page.${number}.json`;
  const entries: Entry[] = Object.entries(files).map(([path, text]) => [path, hash(text)]);
  return {
    ...files,
    [list]: JSON.stringify(entries),
    "page/": `<meta name="hot-path-files" content="${list}"><p>version ${number}</p>`,
  };
}

const shared = (number: number) => ({
  "pagefind/pagefind.js": `search ${number}`,
  [`pagefind/index/${number}.pf_index`]: `index ${number}`,
  [sharedList]: JSON.stringify({
    files: [
      ["pagefind/pagefind.js", hash(`search ${number}`)],
      [`pagefind/index/${number}.pf_index`, hash(`index ${number}`)],
    ],
  }),
});

beforeEach(() => {
  caches = new StoredCaches();
  caches.fetch = fetch;
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("fetch", fetch);
  vi.stubGlobal("navigator", {
    locks: { request: async (_name: string, _options: object, task: () => void) => task() },
  });
});

const page = () => caches.text("hot-path /book/ pages", `${root}page/`);
const files = () => caches.paths("hot-path /book/ files", root);

describe("keeping a page", () => {
  test("stores it with all that it needs, and tells which list it names", async () => {
    server = version(1);
    expect(await keepPage("page/")).toBe("_offline/page.1.json");
    expect(await page()).toContain("version 1");
    expect(files()).toEqual(["_astro/code.1.js", "_astro/same.js"]);
  });

  test("leaves the earlier version in place when a file of the new one is missing or is another one", async () => {
    server = version(1);
    await keepPage("page/");
    for (const broken of [
      { "_astro/code.2.js": "not what the list says" },
      { "_astro/code.2.js": undefined },
    ]) {
      server = { ...version(2), ...broken } as Record<string, string>;
      await expect(keepPage("page/")).rejects.toThrow();
      expect(await page()).toContain("version 1");
    }
    server = { ...server, ...shared(1) };
    await keepShared();
    await removeUnused();
    expect(files(), "after cleaning up").toEqual(
      expect.arrayContaining(["_astro/code.1.js", "_astro/same.js"]),
    );
  });

  test("refuses an answer that is no page of the book, such as a log-in page of a hotel", async () => {
    server = { "page/": "<h1>Welcome to our network</h1>" };
    await expect(keepPage("page/")).rejects.toThrow("no page of the book");
    expect(await page()).toBeUndefined();
  });
});

describe("keeping the search", () => {
  test("stores all of it or none, once", async () => {
    server = { ...shared(1), "pagefind/pagefind.js": "of another build" };
    await expect(keepShared()).rejects.toThrow();
    expect(caches.paths("hot-path /book/ shared", root)).toEqual([]);
    server = shared(1);
    await keepShared();
    expect(caches.paths("hot-path /book/ shared", root)).toEqual([sharedList, "pagefind/pagefind.js"]);
    server = {};
    await keepShared();
  });
});

test("cleaning up removes what neither a kept page nor the search needs", async () => {
  server = { ...version(1), ...shared(1) };
  await keepPage("page/");
  await keepShared();
  server = { ...version(2), ...shared(1) };
  await keepPage("page/");
  expect(files()).toContain("_astro/code.1.js");
  await removeUnused();
  expect(files()).toEqual(["_astro/code.2.js", "_astro/same.js", "pagefind/index/1.pf_index"]);
});
