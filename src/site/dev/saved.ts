import { existsSync } from "node:fs";
import { join } from "node:path";
import { notebooksOf } from "../../notebook/compile/find.ts";

/** What the server does about a file that was saved, in development. */
export interface Consequence {
  /** ids of the notebooks to compile again, or all */
  compile: string[] | "all";
  /** true if workers of notebooks hold code of the file */
  inWorkers: boolean;
}

/** Files that pages read while they are rendered, and no module imports: facts, raw output, claims, paths, words. */
const READ_BY_PAGES = /^(content\/.*\.(yaml|json|jsonl|txt)|notebooks\/[^/]+\/native\/.*\.txt)$/;

/**
 * @param file path from the project's root, with "/" between folders
 * @returns null for a file that no page shows, or whose pages Astro itself loads again: chapters, components, styles
 */
export function consequence(root: string, file: string): Consequence | null {
  if (/^src\/(bench|simulate)\/.*\.ts$/.test(file)) return { compile: "all", inWorkers: true };
  if (READ_BY_PAGES.test(file)) return { compile: [], inWorkers: false };
  const ids = notebooksOf(root, file);
  if (ids.length === 0) return null;
  const areThere = ids.every((id) => existsSync(join(root, `notebooks/${id}.html`)));
  // of one that was taken away nothing may stay
  return { compile: areThere ? ids : "all", inWorkers: false };
}
