import { existsSync, readFileSync } from "node:fs";

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
 */
export class References {
  private readonly named = new Map<string, string[]>();
  private readonly base: string;
  private readonly place: (path: string) => string;

  /**
   * @param base path of the book's root, with slashes at both ends
   * @param place where a file is that will be at a path of the built site
   */
  constructor(base: string, place: (path: string) => string) {
    this.base = base;
    this.place = place;
  }

  /**
   * Paths in the built site, sorted.
   * @param page path of the page, too
   * @param addresses what in it may be the address of another file
   */
  from(page: string, addresses: readonly string[]): string[] {
    const found = new Set<string>();
    const pending = this.filesOf(addresses, page);
    for (const file of pending) {
      if (found.has(file)) continue;
      found.add(file);
      pending.push(...this.namedIn(file));
    }
    return [...found].sort();
  }

  private namedIn(file: string): string[] {
    let named = this.named.get(file);
    if (!named) {
      const text = TEXT.test(file) ? readFileSync(this.place(file), "utf8") : "";
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
      .filter((candidate) => KEPT.test(candidate) && existsSync(this.place(candidate)))
      .slice(0, 1);
  }
}
