import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Folders whose files never change under their names, and may be referred to by pages. */
const KEPT = /^(_astro|_notebooks)\//;

/** What in a built file can be the address of another one. It begins where no letter of one stands before: all else is looked at once. */
const ADDRESS = /(?<![\w@./-])[\w@./-]+\.(?:js|css|json|woff2|svg|png|jpe?g|webp|avif|gif|wasm)\b/g;

const TEXT = /\.(html|js|css|json|svg)$/;

/** What in a text may be the address of another file, each once. */
export function addressesIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(ADDRESS), ([address]) => address))];
}

/**
 * Files that a page needs: those that it names, those that these name, and so on. Imports that wait for a click are among
 * them, since offline they could not be had any more.
 * @param dist folder of the built site
 * @param base path of the book's root, with slashes at both ends
 * @param files every file below `dist`, by its path there
 */
export class References {
  private readonly named = new Map<string, string[]>();
  private readonly dist: string;
  private readonly base: string;
  private readonly files: ReadonlySet<string>;

  constructor(dist: string, base: string, files: ReadonlySet<string>) {
    this.dist = dist;
    this.base = base;
    this.files = files;
  }

  /**
   * Paths below `dist`, sorted.
   * @param page path of the page, too
   * @param addresses what in it may be the address of another file
   */
  from(page: string, addresses: readonly string[]): string[] {
    this.named.set(page, this.filesOf(addresses, page));
    const found = new Set<string>();
    const pending = [page];
    for (const file of pending) {
      for (const next of this.namedIn(file)) {
        if (found.has(next)) continue;
        found.add(next);
        pending.push(next);
      }
    }
    return [...found].sort();
  }

  private namedIn(file: string): string[] {
    let named = this.named.get(file);
    if (!named) {
      const text = TEXT.test(file) ? readFileSync(join(this.dist, file), "utf8") : "";
      named = this.filesOf(addressesIn(text), file);
      this.named.set(file, named);
    }
    return named;
  }

  private filesOf(addresses: readonly string[], file: string): string[] {
    return [...new Set(addresses.flatMap((address) => this.resolve(address, file)))];
  }

  /** As the browser resolves it, or from the root, as Vite lists what a chunk preloads. */
  private resolve(address: string, file: string): string[] {
    const { pathname } = new URL(address, `http://localhost${this.base}${file}`);
    const path = decodeURIComponent(pathname).slice(this.base.length);
    return [path, address]
      .filter((candidate) => KEPT.test(candidate) && this.files.has(candidate))
      .slice(0, 1);
  }
}
