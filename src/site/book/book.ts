import type { Node } from "yaml";
import { type Place, YamlReader } from "./yaml.ts";

/** A part of the book, as `content/book.yaml` states it. */
export interface Part {
  /** folder below `content/` and first segment of the address */
  id: string;
  title: string;
  /** one or two sentences for the home page and the part's own page */
  summary: string;
  /** what a reader of its chapters is able to do: each ends the sentence "After this part you can …" */
  outcomes: string[];
  /** file names without ending, in reading order */
  chapters: string[];
}

export interface Book {
  parts: Part[];
}

/** What Starlight's `sidebar` option takes, as far as a book needs it. */
export interface SidebarGroup {
  label: string;
  items: { label: string; link: string }[] | [{ label: string; link: string }, ...{ slug: string }[]];
}

const BOOK_FILE = "content/book.yaml";
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What `content/book.yaml` says, and where. */
export interface ReadBook {
  /** usable only if there is no problem */
  book: Book;
  /** where each chapter is listed, by its identifier */
  places: Map<string, Place>;
  /** one line per mistake: `file:line:column: what. The fix.` */
  problems: string[];
}

/** Reads the text of `content/book.yaml`. */
export function readBook(text: string): ReadBook {
  const yaml = new YamlReader(BOOK_FILE, text);
  const places = new Map<string, Place>();
  if (yaml.problems.length > 0) return { book: { parts: [] }, places, problems: yaml.problems };
  const nodes = yaml.list(yaml.get(yaml.root, "parts"));
  if (nodes === null) yaml.say(yaml.root, 'has no list "parts"', 'Start it with "parts:"');
  const parts = (nodes ?? []).map((node, i) => readPart(yaml, node, i, places));
  for (const [i, { id }] of parts.entries())
    if (id && parts.findIndex((part) => part.id === id) < i)
      yaml.say(nodes?.[i] ?? null, `part "${id}" appears twice`, "Keep one");
  return { book: { parts: yaml.problems.length > 0 ? [] : parts }, places, problems: yaml.problems };
}

function readPart(yaml: YamlReader, part: Node, index: number, places: Map<string, Place>): Part {
  const text = (key: string) => yaml.text(yaml.get(part, key)) ?? "";
  const id = text("id");
  const name = `part ${id ? `"${id}"` : index + 1}`;
  const say = (key: string, what: string, fix: string) =>
    yaml.say(yaml.get(part, key) ?? part, `${name} ${what}`, fix);
  if (!ID.test(id)) say("id", "has no usable id", 'Give it "id:" in lower case with hyphens, as in "cpu"');
  if (!text("title")) say("title", "has no title", 'Add "title:"');
  if (!text("summary")) say("summary", "has no summary", 'Add "summary:" with a sentence or two');
  const outcomes = yaml.list(yaml.get(part, "outcomes")) ?? [];
  if (outcomes.length === 0 || outcomes.some((outcome) => yaml.text(outcome) === null))
    say(
      "outcomes",
      "does not say what its reader will be able to do",
      'Add "outcomes:" with a list, as in "- read a flame graph"',
    );
  const chapters = yaml.list(yaml.get(part, "chapters"));
  if (chapters === null || chapters.some((chapter) => !ID.test(yaml.text(chapter) ?? "")))
    say(
      "chapters",
      'needs "chapters:" with a list of file names without ending',
      'Write them as in "- branches"',
    );
  for (const chapter of chapters ?? []) {
    const key = `${id}/${yaml.text(chapter)}`;
    if (places.has(key))
      yaml.say(chapter, `${name} lists the chapter "${yaml.text(chapter)}" twice`, "Keep one");
    places.set(key, yaml.placeOf(chapter));
  }
  const texts = (list: Node[]) => list.map((entry) => yaml.text(entry) ?? "");
  return {
    id,
    title: text("title"),
    summary: text("summary"),
    outcomes: texts(outcomes),
    chapters: texts(chapters ?? []),
  };
}

/** The identifier of each chapter in reading order: `cpu/branches`. */
export function chapterIds(book: Book): string[] {
  return book.parts.flatMap((part) => part.chapters.map((chapter) => `${part.id}/${chapter}`));
}

/**
 * Compares the book with the files that exist.
 * @param files paths below `content/`, with `/` as separator
 * @returns one line per mistake: `file:line:column: what. The fix.`
 */
export function bookProblems(
  { book, places }: Omit<ReadBook, "problems">,
  files: readonly string[],
): string[] {
  const partIds = new Set(book.parts.map((part) => part.id));
  const listed = new Set(chapterIds(book));
  const pages = files.filter((file) => /\.mdx?$/.test(file) && file.includes("/"));
  const present = new Set(pages.map((file) => file.replace(/\.mdx?$/, "")));

  const missing = [...listed]
    .filter((id) => !present.has(id))
    .map((id) => {
      const { line, column } = places.get(id) ?? { line: 1, column: 1 };
      return `${BOOK_FILE}:${line}:${column}: lists the chapter "${id}", but content/${id}.mdx does not exist. Create it or remove the line.`;
    });
  const unlisted = pages.flatMap((file) => {
    const [part, ...rest] = file.replace(/\.mdx?$/, "").split("/");
    if (listed.has(`${part}/${rest.join("/")}`)) return [];
    const where = partIds.has(part) ? `the chapters of the part "${part}"` : `a new part "${part}"`;
    return [
      `content/${file}:1:1: is not in the book. Add "- ${rest.join("/")}" to ${where} in ${BOOK_FILE}.`,
    ];
  });
  return [...missing, ...unlisted];
}

/**
 * The book as Starlight's `sidebar`: previous and next follow from it. The first item of a group is the
 * part's own page.
 */
export function sidebar(book: Book): SidebarGroup[] {
  return book.parts.map((part) => ({
    label: part.title,
    items: [
      { label: part.title, link: `/${part.id}/` },
      ...part.chapters.map((chapter) => ({ slug: `${part.id}/${chapter}` })),
    ],
  }));
}

/** The part that a page belongs to, by the first segment of its identifier. */
export function partOf(book: Book, pageId: string): Part | undefined {
  return book.parts.find((part) => part.id === pageId.split("/")[0]);
}
