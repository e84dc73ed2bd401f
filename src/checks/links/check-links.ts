import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Answer, type Asking, askAll } from "./ask.ts";
import { outsideLinks } from "./find.ts";

/** What was found of the links of a book. */
export interface LinkReport {
  /** `file:line:column: what. The fix.` of links to what is gone */
  problems: string[];
  /** addresses that did not answer, which is no problem */
  silent: string[];
  asked: number;
}

/** An address that was there is asked again after so many days. */
const KNOWN_DAYS = 14;
const CACHE = "node_modules/.cache/hot-path/links.json";

/**
 * Asks every address outside of the book that a page leads to, unless it was there lately.
 * @param archive answers with the archived copy of an address
 */
export async function checkLinks(
  root: string,
  asking: Asking,
  archive = "https://archive.org/wayback/available",
): Promise<LinkReport> {
  const links = outsideLinks(root);
  const known = readCache(root);
  const due = links.filter(({ url }) => Date.now() - (known[url] ?? 0) > KNOWN_DAYS * 86_400_000);
  const answers = new Map<string, Answer>();
  await askAll(
    due.map(({ url }) => url),
    asking,
    (url, answer) => answers.set(url, answer),
  );
  for (const [url, { state }] of answers) if (state === "there") known[url] = Date.now();
  writeCache(root, known);
  const problems: string[] = [];
  for (const { url, places } of due) {
    const answer = answers.get(url);
    if (answer?.state !== "gone") continue;
    const copy = await archivedCopy(archive, url, asking);
    const fix = copy ? `Its archived copy is ${copy}` : "Name another source, or another address of this one";
    for (const place of places) problems.push(`${place}: ${url} is gone (${answer.why}). ${fix}.`);
  }
  const silent = due.filter(({ url }) => answers.get(url)?.state === "silent");
  return {
    problems,
    silent: silent.map(({ url }) => `${url} (${answers.get(url)?.why})`),
    asked: due.length,
  };
}

/** The address of a copy on web.archive.org, if one is known there. */
async function archivedCopy(
  archive: string,
  url: string,
  { patienceMs }: Asking,
): Promise<string | undefined> {
  try {
    const response = await fetch(`${archive}?url=${encodeURIComponent(url)}`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    const said = (await response.json()) as { archived_snapshots?: { closest?: { url?: string } } };
    return said.archived_snapshots?.closest?.url;
  } catch {
    return undefined;
  }
}

function readCache(root: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(join(root, CACHE), "utf8"));
  } catch {
    return {};
  }
}

function writeCache(root: string, known: Record<string, number>): void {
  mkdirSync(dirname(join(root, CACHE)), { recursive: true });
  writeFileSync(join(root, CACHE), JSON.stringify(known));
}
