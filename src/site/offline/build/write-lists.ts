import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { RenderedPages } from "../../prerender/rendered-pages.ts";
import { metaPlace } from "../../production/inline-scripts.ts";
import {
  bookFile,
  type Entry,
  listFolder,
  listMeta,
  notKeptPage,
  type Shared,
  type WholeBook,
} from "../names.ts";
import { References } from "./references.ts";

/** What the search loads: its script and worker, the index, and an excerpt of each page. Its other interfaces are not used here. */
const SEARCH =
  /^pagefind\/(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.(?!unknown)[\w-]+\.pagefind|.*\.pf_\w+)$/;

/** Asked for by every page, and without a hash in the name. */
const ICON = "favicon.svg";

/** Pages that are no part of the book. */
const ASIDE = /^(404\.html$|fixtures\/)/;

/**
 * Writes for each built page the list of the files that it needs, and names it in the page; writes what the whole book is
 * made of, and what the service worker keeps beside pages.
 * @param dist folder of the built site
 * @param base path of the book's root, with slashes at both ends
 * @param rendered what is known of the pages
 * @returns path of the last of them, with a hash of it in the name
 */
export async function writeLists(dist: string, base: string, rendered: RenderedPages): Promise<string> {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dist, "/").length).replaceAll("\\", "/"));
  const references = new References(dist, base, new Set(files));
  const kept = new Kept(dist);
  const version = createHash("sha256");
  const pages: string[] = [];
  for (const file of files.filter((name) => /(^|\/)index\.html$/.test(name)).sort()) {
    const path = file.replace(/index\.html$/, "");
    const before = readFileSync(join(dist, file), "utf8");
    const { addresses, gzipBytes } = await rendered.facts(file, () => before);
    const needed = references.from(file, addresses);
    const html = nameList(before, writeList(dist, path.replace(/\/$/, "") || "home", needed.map(kept.entry)));
    writeFileSync(join(dist, file), html);
    if (ASIDE.test(file)) continue;
    version.update(html);
    if (path !== notKeptPage) pages.push(path);
    kept.countPage(file, html, gzipBytes);
    for (const name of needed) kept.count(name);
  }
  const everyPages = files.filter((file) => SEARCH.test(file) || file === ICON).sort();
  for (const name of everyPages) kept.count(name);
  const book: WholeBook = { pages, ...kept.size() };
  writeFileSync(join(dist, bookFile), JSON.stringify(book));
  const shared: Shared = {
    version: version.digest("hex").slice(0, 16),
    files: everyPages.map(kept.entry),
  };
  return writeList(dist, "shared", shared);
}

/** Hashes and sizes of files, each read once. */
class Kept {
  private readonly dist: string;
  private readonly entries = new Map<string, Entry>();
  private readonly sizes = new Map<string, [bytes: number, loaded: number]>();

  constructor(dist: string) {
    this.dist = dist;
  }

  entry = (path: string): Entry => {
    let entry = this.entries.get(path);
    if (!entry) {
      const hash = createHash("sha256")
        .update(readFileSync(join(this.dist, path)))
        .digest("base64");
      entry = [path, `sha256-${hash}`];
      this.entries.set(path, entry);
    }
    return entry;
  };

  countPage(path: string, html: string, loaded: number): void {
    this.sizes.set(path, [Buffer.byteLength(html), loaded]);
  }

  count(path: string): void {
    if (this.sizes.has(path)) return;
    const bytes = readFileSync(join(this.dist, path));
    this.sizes.set(path, [bytes.length, Math.min(bytes.length, gzipSync(bytes).length)]);
  }

  size(): Pick<WholeBook, "bytes" | "loadedBytes"> {
    const sum = (index: 0 | 1) => [...this.sizes.values()].reduce((total, size) => total + size[index], 0);
    return { bytes: sum(0), loadedBytes: sum(1) };
  }
}

function writeList(dist: string, name: string, content: unknown): string {
  const text = JSON.stringify(content);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
  const path = `${listFolder}/${name}.${hash}.json`;
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
  return path;
}

function nameList(html: string, list: string): string {
  const insertAt = metaPlace(html);
  return `${html.slice(0, insertAt)}<meta name="${listMeta}" content="${list}">${html.slice(insertAt)}`;
}
