import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { intoHead } from "../../production/page-head.ts";
import {
  bookFile,
  type Entry,
  listFolder,
  listMeta,
  notKeptPage,
  type Shared,
  type WholeBook,
} from "../names.ts";
import { addressesIn, References } from "./references.ts";

/** What the search loads: its script and worker, the index, and an excerpt of each page. Its other interfaces are not used here. */
const SEARCH =
  /^pagefind\/(pagefind(-worker)?\.js|pagefind-entry\.json|wasm\.(?!unknown)[\w-]+\.pagefind|.*\.pf_\w+)$/;

/** Asked for by every page, and without a hash in the name. */
const ICON = "favicon.svg";

/** Pages that are no part of the book. */
const ASIDE = /^fixtures\//;

/** What is kept of a page until the whole book is known. */
interface Listed {
  file: string;
  /** of the page */
  hash: string;
  sizes: [bytes: number, loaded: number];
  needed: string[];
}

/** Writes for each page the list of the files that it needs; then what the whole book is made of, and what the service worker keeps beside pages. */
export class Lists {
  private readonly dist: string;
  private readonly read: (path: string) => Buffer;
  private readonly references: References;
  private readonly entries = new Map<string, Entry>();
  private readonly listed: Listed[] = [];

  /**
   * @param dist folder of the built site
   * @param base path of the book's root, with slashes at both ends
   * @param place where a file is that will be at a path below `dist`; there, unless given
   */
  constructor(dist: string, base: string, place = (path: string) => join(dist, path)) {
    this.dist = dist;
    this.read = (path) => readFileSync(place(path));
    this.references = new References(base, place);
  }

  /**
   * Lists what a page needs.
   * @param file path below `dist`, which ends in index.html
   * @returns the page, which names the list now
   */
  page(file: string, html: string): string {
    const needed = this.references.from(file, addressesIn(html));
    const name = file.replace(/\/?index\.html$/, "") || "home";
    const list = this.write(
      name,
      needed.map((path) => this.entry(path)),
    );
    const named = intoHead(html, `<meta name="${listMeta}" content="${list}">`);
    if (!ASIDE.test(file)) {
      const bytes = Buffer.from(named);
      const hash = createHash("sha256").update(bytes).digest("hex");
      this.listed.push({ file, hash, sizes: sizes(bytes), needed });
    }
    return named;
  }

  /**
   * Writes what is about all pages.
   * @param files every file below `dist` that is there by now, by its path
   * @returns path of the list of what is kept beside pages, with a hash of it in the name
   */
  book(files: readonly string[]): string {
    const pages = this.listed.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    const everyPages = files.filter((file) => SEARCH.test(file) || file === ICON).sort();
    const others = new Set([...pages.flatMap(({ needed }) => needed), ...everyPages]);
    const all = [...pages.map((page) => page.sizes), ...[...others].map((path) => sizes(this.read(path)))];
    const sum = (index: 0 | 1) => all.reduce((total, size) => total + size[index], 0);
    const paths = pages.map(({ file }) => file.replace(/index\.html$/, ""));
    const book: WholeBook = {
      pages: paths.filter((path) => path !== notKeptPage),
      bytes: sum(0),
      loadedBytes: sum(1),
    };
    mkdirSync(dirname(join(this.dist, bookFile)), { recursive: true });
    writeFileSync(join(this.dist, bookFile), JSON.stringify(book));
    const version = createHash("sha256").update(pages.map(({ hash }) => hash).join(" "));
    const shared: Shared = {
      version: version.digest("hex").slice(0, 16),
      files: everyPages.map((path) => this.entry(path)),
    };
    return this.write("shared", shared);
  }

  /** A file and its hash; each is read once. */
  private entry(path: string): Entry {
    const known = this.entries.get(path);
    if (known) return known;
    const hash = createHash("sha256").update(this.read(path)).digest("base64");
    const entry: Entry = [path, `sha256-${hash}`];
    this.entries.set(path, entry);
    return entry;
  }

  private write(name: string, content: unknown): string {
    const text = JSON.stringify(content);
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 10);
    const path = `${listFolder}/${name}.${hash}.json`;
    mkdirSync(dirname(join(this.dist, path)), { recursive: true });
    writeFileSync(join(this.dist, path), text);
    return path;
  }
}

/** Of a file, and as a network with gzip carries it. */
function sizes(bytes: Buffer): [bytes: number, loaded: number] {
  return [bytes.length, Math.min(bytes.length, gzipSync(bytes).length)];
}
