/** What the pages, their service worker and the build agree on. Paths are relative to the book's root, which ends in a slash. */

/** The service worker; at the root, because it serves what lies below its own folder. */
export const workerFile = "service-worker.js";

/** Folder of the lists of files; each name has a hash of the content. */
export const listFolder = "_offline";

/** Name of the `<meta>` in which a page names the list of the files that it needs. */
export const listMeta = "hot-path-files";

/** Page that takes the place of one that is neither reachable nor kept. */
export const notKeptPage = "offline/not-kept/";

/** A file that is kept: path, and hash of its content as in `integrity`. */
export type Entry = [path: string, integrity: string];

/** The whole book in a build, as JSON; the page about reading offline asks for it. */
export const bookFile = "offline/book.json";

export interface WholeBook {
  /** path of every page */
  pages: string[];
  /** of all that is kept on the device */
  bytes: number;
  /** the same as a network with gzip carries it */
  loadedBytes: number;
}

/** What the service worker of one build keeps beside pages. */
export interface Shared {
  /** changes with any page, and so makes browsers notice a new build */
  version: string;
  /** files of the search, and those that every page uses under the same name in every build */
  files: Entry[];
}

/**
 * Caches of this site. Another site of the same origin, under another path, has its own.
 *
 * - pages: by address; a page is there only if everything that it needs is in `files`
 * - files: whose names have a hash of the content
 * - lists: by the address of a page, the files that it needs
 * - shared: files that keep their name in every build, all of one build, and the list that names them
 * - choices: what the reader has chosen
 */
export type Cache = "pages" | "files" | "lists" | "shared" | "choices";

/** @param root address or path of the book's root */
export function cacheName(root: string, cache: Cache): string {
  return `hot-path ${new URL(root, "http://localhost").pathname} ${cache}`;
}
