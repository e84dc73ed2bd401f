import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findNotebooks, notebooksIn } from "../../notebook/compile/find.ts";

/**
 * Puts pages into the order in which they can be rendered while notebooks are prepared beside them, one after the other: first those that
 * show none, last those that are not a file of the content, which may be about all.
 * @param paths addresses such as "/cpu/branches/"
 * @param root the project's folder
 */
export function inOrderOfNotebooks<T extends { pathname: string }>(paths: readonly T[], root: string): T[] {
  const place = new Map([...findNotebooks(root).keys()].map((id, i) => [id, i]));
  const lastOf = (pathname: string) => {
    const file = join(root, "content", `${pathname.replace(/^\/|\/$/g, "") || "index"}.mdx`);
    if (!existsSync(file)) return Number.POSITIVE_INFINITY;
    const named = notebooksIn(readFileSync(file, "utf8")).map(({ id }) => place.get(id) ?? -1);
    return Math.max(-1, ...named);
  };
  return paths
    .map((path) => ({ path, last: lastOf(path.pathname) }))
    .sort((a, b) => (a.last === b.last ? 0 : a.last - b.last))
    .map(({ path }) => path);
}
