import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CLAIMS_FILE, formatClaims, parseClaims } from "../../../src/notebook/claims/claim-runs.ts";
import { chapterIds, readBook } from "../../../src/site/book/book.ts";
import { copyNotebook, type NotebookCopy } from "./notebook-copy.ts";
import { Words } from "./words.ts";

/** Chapters of a part of copies: as many as a long part of the book may have. */
const CHAPTERS_A_PART = 20;

/** A chapter of the book that has notebooks, to be copied. */
interface Source {
  /** "cpu/branches" */
  id: string;
  text: string;
  /** "branches/sorted-vs-random" */
  notebooks: string[];
}

/**
 * Adds copies of the book's chapters and notebooks to a book, as many of the one as of the other. Each has ids, titles, terms, facts,
 * figures and words of its own, so that nothing that is kept of one is of use to another.
 * @param root folder of the book
 * @param count chapters, and notebooks
 * @param seed the same seed gives the same files
 */
export async function addCopies(root: string, count: number, seed: number): Promise<void> {
  const sources = sourcesOf(root);
  const parts = new Map<string, string[]>();
  const copied: NotebookCopy[] = [];
  for (let i = 0; i < count; ++i) {
    const source = sources[i % sources.length];
    const turn = Math.floor(i / sources.length);
    const words = new Words(seed * 1_000_003 + i);
    const name = `${basename(source.id)}-${number(i)}`;
    const part = `copies-${number(Math.floor(i / CHAPTERS_A_PART))}`;
    parts.set(part, [...(parts.get(part) ?? []), name]);
    const own = turn % source.notebooks.length;
    const to = `${name}/${basename(source.notebooks[own])}`;
    copied.push(await copyNotebook(root, source.notebooks[own], to, words));
    // a chapter shows its own notebook, and of the others the copies that came before
    const shown = new Map(source.notebooks.map((id, j) => [id, copyFor(source, sources.length, i, turn, j)]));
    writeChapter(root, source, { part, name, shown, words, mark: `${words.word()}${letters(i)}` });
  }
  addParts(root, parts, seed);
  addClaims(root, copied);
}

function sourcesOf(root: string): Source[] {
  const { book } = readBook(readFileSync(join(root, "content/book.yaml"), "utf8"));
  return chapterIds(book).flatMap((id) => {
    const text = readFileSync(join(root, `content/${id}.mdx`), "utf8");
    const shown = [...text.matchAll(/<Notebook\b[^>]*?\bsrc="([^"]+)"/g)].map(([, notebook]) => notebook);
    // the chapters that explain the book show notebooks of others
    const notebooks = [...new Set(shown)].filter((notebook) => dirname(notebook) === basename(id));
    return notebooks.length > 0 ? [{ id, text, notebooks }] : [];
  });
}

/** Id of the last copy of a source's notebook `j` up to copy `i`; of the notebook itself if there is none. */
function copyFor({ id, notebooks }: Source, step: number, i: number, turn: number, j: number): string {
  const back = (((turn - j) % notebooks.length) + notebooks.length) % notebooks.length;
  const at = i - back * step;
  return at < 0 ? notebooks[j] : `${basename(id)}-${number(at)}/${basename(notebooks[j])}`;
}

/** What makes one copy of a chapter differ from another. */
interface Difference {
  part: string;
  name: string;
  /** id of a notebook in the source, and in the copy */
  shown: ReadonlyMap<string, string>;
  words: Words;
  /** a word that no other copy has */
  mark: string;
}

function writeChapter(root: string, source: Source, { part, name, shown, words, mark }: Difference): void {
  const folder = join(root, "content", part);
  mkdirSync(folder, { recursive: true });
  const figures = `figures-${name}`;
  const facts = new Map<string, string>();
  const factCopy = (id: string) => {
    if (!facts.has(id)) facts.set(id, `${name}/${id.replaceAll("/", "-")}`);
    return facts.get(id);
  };
  const marked = (list: string) =>
    list
      .split(",")
      .map((term) => `${mark} ${term.trim()}`)
      .join(", ");
  const text = words
    .reworded(source.text)
    .replace(/^title: "?/m, (start) => `${start}${mark}, `)
    .replace(/^description: .*$/m, `description: A copy, ${words.phrase(12)}.`)
    .replace(/^covers:\n( .*\n)*/m, "")
    .replace(/"\.\/figures\//g, `"./${figures}/`)
    .replace(/(<Fact\s[^>]*?\bid="|\bfact=")([^"]+)/g, (_, before, id) => `${before}${factCopy(id)}`)
    .replace(/(<Define\s[^>]*?\bterm=")([^"]+)/g, (_, before, term) => `${before}${mark} ${term}`)
    .replace(/(<Define\s[^>]*?\balso=")([^"]+)/g, (_, before, also) => `${before}${marked(also)}`)
    .replace(/"([\w-]+\/[\w-]+)"/g, (all, id) => (shown.has(id) ? `"${shown.get(id)}"` : all));
  writeFileSync(join(folder, `${name}.mdx`), text);
  copyFigures(join(root, "content", dirname(source.id), "figures"), join(folder, figures), source.text);
  for (const [id, copy] of facts) copyFact(root, id, copy);
}

/** The drawings that a chapter imports, and whatever code lies beside them. */
function copyFigures(from: string, to: string, text: string): void {
  if (!existsSync(from)) return;
  for (const file of globSync("*", { cwd: from }))
    if (!file.endsWith(".astro") || text.includes(`"./figures/${file}"`))
      cpSync(join(from, file), join(to, file));
}

function copyFact(root: string, id: string, copy: string): void {
  const path = (of: string) => join(root, "content/facts", `${of}.yaml`);
  mkdirSync(dirname(path(copy)), { recursive: true });
  writeFileSync(path(copy), readFileSync(path(id), "utf8").replace(/^id: .*$/m, `id: ${copy}`));
}

function addParts(root: string, parts: ReadonlyMap<string, string[]>, seed: number): void {
  const file = join(root, "content/book.yaml");
  const words = new Words(seed);
  const added = [...parts].flatMap(([id, chapters]) => [
    `  - id: ${id}`,
    `    title: ${words.word()} ${id.split("-")[1]}`,
    `    summary: Copies, ${words.phrase(8)}.`,
    `    outcomes: [${words.phrase(4)}]`,
    "    chapters:",
    ...chapters.map((chapter) => `      - ${chapter}`),
  ]);
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n${added.join("\n")}\n`);
}

function addClaims(root: string, copied: readonly NotebookCopy[]): void {
  const file = join(root, CLAIMS_FILE);
  const runs = Map.groupBy(parseClaims(readFileSync(file, "utf8")), ({ notebook }) => notebook);
  const added = copied.flatMap(({ from, id, hashes }) =>
    (runs.get(from) ?? []).map((run) => ({
      ...run,
      notebook: id,
      hash: hashes.get(run.experiment) ?? run.hash,
    })),
  );
  writeFileSync(file, formatClaims([...[...runs.values()].flat(), ...added]));
}

function number(i: number): string {
  return String(i + 1).padStart(4, "0");
}

/** A number as letters, each different. */
function letters(i: number): string {
  return [...String(i)].map((digit) => "bcdfghjklm"[Number(digit)]).join("");
}
