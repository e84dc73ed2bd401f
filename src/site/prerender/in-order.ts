import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findNotebooks, notebooksIn } from "../../notebook/compile/find.ts";

/**
 * Ids of the notebooks that a page shows.
 * @param pathname its address, such as "/cpu/branches/"
 * @param root the project's folder
 * @returns undefined for the home page, and for one that is not a file of the content: it may be about all
 */
export function notebooksOfPage(pathname: string, root: string): string[] | undefined {
  const id = pathname.replace(/^\/|\/$/g, "");
  const file = join(root, "content", `${id}.mdx`);
  return id && existsSync(file)
    ? notebooksIn(readFileSync(file, "utf8")).map((named) => named.id)
    : undefined;
}

/**
 * Puts pages into the order in which they can be rendered while notebooks are prepared beside them, one after the other: first those that
 * show none, last those that may be about all.
 * @param paths addresses such as "/cpu/branches/"
 */
export function inOrderOfNotebooks<T extends { pathname: string }>(paths: readonly T[], root: string): T[] {
  const place = new Map([...findNotebooks(root).keys()].map((id, i) => [id, i]));
  const lastOf = (pathname: string) => {
    const named = notebooksOfPage(pathname, root);
    return named ? Math.max(-1, ...named.map((id) => place.get(id) ?? -1)) : place.size;
  };
  return paths
    .map((path) => ({ path, last: lastOf(path.pathname) }))
    .sort((a, b) => a.last - b.last)
    .map(({ path }) => path);
}
