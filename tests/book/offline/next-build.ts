import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Lists } from "../../../src/site/offline/build/lists.ts";
import { workerCode } from "../../../src/site/offline/build/worker-code.ts";
import { listFolder, listMeta, workerFile } from "../../../src/site/offline/names.ts";

const TOLD = "Computed on this page";
const TOLD_NEXT = "Computed by the next build";

/**
 * The built site as its next build could be: the script that speaks of simulations says something new, so it and every
 * script that names it has a new name; every page has a new title; nothing of the old names is left.
 * @returns a folder, to be removed by whoever asked
 */
export async function nextBuild(dist: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "hot-path-next-"));
  cpSync(dist, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  rmSync(join(folder, listFolder), { recursive: true });
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  const scripts = new Map(globSync("_astro/*.js", { cwd: folder }).map((path) => [path, read(path)]));
  const changed = changedBy(scripts);
  const names = new RegExp(changed.map((path) => RegExp.escape(basename(path))).join("|"), "g");
  const renew = (text: string) =>
    text.replace(names, (name) => name.replace(/\.js$/, "2.js")).replaceAll(TOLD, TOLD_NEXT);
  for (const path of changed) {
    writeFileSync(join(folder, renew(path)), renew(scripts.get(path) ?? ""));
    rmSync(join(folder, path));
  }
  const lists = new Lists(folder, process.env.BASE ?? "/");
  for (const path of globSync("**/*.html", { cwd: folder })) {
    const html = renew(read(path))
      .replace(new RegExp(`<meta name="${listMeta}"[^>]*>`), "")
      .replace("<title>", "<title>Next build: ");
    writeFileSync(join(folder, path), path.endsWith("index.html") ? lists.page(path, html) : html);
  }
  const list = lists.book(globSync("**/*", { cwd: folder }));
  writeFileSync(join(folder, workerFile), await workerCode(list));
  return folder;
}

/** Scripts that change with that sentence: those that say it, and those that name a changed one. */
function changedBy(scripts: ReadonlyMap<string, string>): string[] {
  const changed = new Set([...scripts.keys()].filter((path) => scripts.get(path)?.includes(TOLD)));
  for (const path of changed)
    for (const [other, text] of scripts) if (text.includes(basename(path))) changed.add(other);
  return [...changed];
}
