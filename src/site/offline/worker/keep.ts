import { hashedFolders } from "../../production/headers.ts";
import { type Entry, listMeta, type Shared } from "../names.ts";
import { load, loadFiles } from "./load.ts";
import { at, open } from "./scope.ts";

/** Path of the list of what this worker keeps beside pages, of its own build. */
declare const HOT_PATH_SHARED: string;

const LIST = new RegExp(`<meta name="${listMeta}" content="([^"]+)"`);

/**
 * Keeps a page and what it needs, in place of an earlier version of it. The page comes last, so that it is never there
 * without the rest, and the files of the version before it are named until then.
 * @returns the list that the page names
 */
export async function keepPage(path: string): Promise<string> {
  const response = await load(path);
  const [, list] = LIST.exec(await response.clone().text()) ?? [];
  if (!list) throw new Error(`${path} is no page of the book`);
  const entries: Entry[] = await (await load(list)).json();
  const lists = await open("lists");
  const address = at(path);
  const before: Entry[] = (await (await lists.match(address))?.json()) ?? [];
  await lists.put(address, Response.json([...before, ...entries]));
  await loadFiles(entries);
  await (await open("pages")).put(address, response);
  await lists.put(address, Response.json(entries));
  return list;
}

/** Keeps the search of this build, in place of that of another. Its list comes last, and tells that the rest is there. */
export async function keepShared(): Promise<void> {
  const shared = await open("shared");
  if (await shared.match(at(HOT_PATH_SHARED))) return;
  const list = await load(HOT_PATH_SHARED);
  const entries = ((await list.clone().json()) as Shared).files;
  const [hashed, named] = [entries.filter(isHashed), entries.filter((entry) => !isHashed(entry))];
  await loadFiles(hashed);
  // all or none of them
  await shared.addAll(named.map(([path, integrity]) => new Request(at(path), { integrity })));
  await shared.put(at(HOT_PATH_SHARED), list);
  const current = new Set([HOT_PATH_SHARED, ...named.map(([path]) => path)].map(at));
  for (const { url } of await shared.keys()) if (!current.has(url)) await shared.delete(url);
}

/** Removes the files that neither a kept page nor the search, which has to be kept, needs. */
export async function removeUnused(): Promise<void> {
  const lists = await open("lists");
  const ofPages = await Promise.all(
    (await lists.keys()).map(async (page): Promise<Entry[]> => (await lists.match(page))?.json()),
  );
  const list = (await (await open("shared")).match(at(HOT_PATH_SHARED))) as Response;
  const { files: ofSearch }: Shared = await list.json();
  const needed = new Set([...ofPages.flat(), ...ofSearch].map(([path]) => at(path)));
  const files = await open("files");
  for (const { url } of await files.keys()) if (!needed.has(url)) await files.delete(url);
}

/** Whether a file has a hash of its content in its name and is kept among `files`. */
function isHashed([path]: Entry): boolean {
  return hashedFolders.some((folder) => path.startsWith(`${folder}/`));
}
