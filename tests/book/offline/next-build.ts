import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { workerCode } from "../../../src/site/offline/build/worker-code.ts";
import { writeLists } from "../../../src/site/offline/build/write-lists.ts";
import { listFolder, listMeta, workerFile } from "../../../src/site/offline/names.ts";

/**
 * The built site as its next build could be: every script has a new name and what it says of a simulation is new, every
 * page has a new title, and nothing of the old names is left.
 * @returns a folder, to be removed by whoever asked
 */
export async function nextBuild(dist: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "hot-path-next-"));
  cpSync(dist, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
  rmSync(join(folder, listFolder), { recursive: true });
  const scripts = globSync(["_astro/*.js", "_notebooks/**/*.{js,json}"], { cwd: folder });
  const renamed = new Map(
    scripts.map((path) => [basename(path), basename(path).replace(/\.(js|json)$/, "2.$1")]),
  );
  const names = new RegExp([...renamed.keys()].map((name) => RegExp.escape(name)).join("|"), "g");
  for (const path of globSync(["**/*.html", "_astro/*.{js,css}", "_notebooks/**/*.{js,json}"], {
    cwd: folder,
  })) {
    const text = readFileSync(join(folder, path), "utf8")
      .replace(names, (name) => renamed.get(name) ?? name)
      .replaceAll("Computed on this page", "Computed by the next build")
      .replace(new RegExp(`<meta name="${listMeta}"[^>]*>`), "")
      .replace("<title>", "<title>Next build: ");
    writeFileSync(join(folder, path), text);
  }
  for (const path of scripts)
    renameSync(join(folder, path), join(folder, dirname(path), renamed.get(basename(path)) ?? ""));
  const list = writeLists(folder, process.env.BASE ?? "/");
  writeFileSync(join(folder, workerFile), await workerCode(list));
  return folder;
}
