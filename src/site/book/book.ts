import { parse } from "yaml";

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

/**
 * Reads the text of `content/book.yaml`.
 * @returns the book, and one line per mistake in the form `file: what. The fix.` (the book is usable only if there is none)
 */
export function readBook(text: string): { book: Book; problems: string[] } {
  let data: unknown;
  try {
    data = parse(text);
  } catch (error) {
    const [what] = (error as Error).message.split("\n");
    return { book: { parts: [] }, problems: [`${BOOK_FILE}: not valid YAML: ${what} Correct that line.`] };
  }
  const parts = (data as { parts?: unknown } | null)?.parts;
  if (!Array.isArray(parts)) {
    return { book: { parts: [] }, problems: [`${BOOK_FILE}: has no list "parts". Start it with "parts:".`] };
  }
  const problems = parts.flatMap((part, i) => partProblems(part, i));
  problems.push(
    ...duplicates(parts.map((part) => part?.id)).map(
      (id) => `${BOOK_FILE}: part "${id}" appears twice. Keep one.`,
    ),
  );
  return { book: { parts: problems.length ? [] : (parts as Part[]) }, problems };
}

function partProblems(part: Partial<Part> | null, index: number): string[] {
  const name = `part ${part?.id ? `"${part.id}"` : index + 1}`;
  const say = (what: string) => `${BOOK_FILE}: ${name} ${what}`;
  const problems: string[] = [];
  if (typeof part?.id !== "string" || !ID.test(part.id))
    problems.push(say('has no usable id. Give it "id:" in lower case with hyphens, as in "cpu".'));
  if (!part?.title) problems.push(say('has no title. Add "title:".'));
  if (!part?.summary) problems.push(say('has no summary. Add "summary:" with a sentence or two.'));
  if (
    !Array.isArray(part?.outcomes) ||
    !part.outcomes.length ||
    part.outcomes.some((what) => typeof what !== "string")
  )
    problems.push(
      say(
        'does not say what its reader will be able to do. Add "outcomes:" with a list, as in "- read a flame graph".',
      ),
    );
  if (
    !Array.isArray(part?.chapters) ||
    part.chapters.some((chapter) => typeof chapter !== "string" || !ID.test(chapter))
  )
    problems.push(say('needs "chapters:" with a list of file names without ending, as in "- branches".'));
  else
    problems.push(
      ...duplicates(part.chapters).map((id) => say(`lists the chapter "${id}" twice. Keep one.`)),
    );
  return problems;
}

function duplicates(values: readonly unknown[]): unknown[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

/** The identifier of each chapter in reading order: `cpu/branches`. */
export function chapterIds(book: Book): string[] {
  return book.parts.flatMap((part) => part.chapters.map((chapter) => `${part.id}/${chapter}`));
}

/**
 * Compares the book with the files that exist.
 * @param files paths below `content/`, with `/` as separator
 * @returns one line per mistake in the form `file: what. The fix.`
 */
export function bookProblems(book: Book, files: readonly string[]): string[] {
  const partIds = new Set(book.parts.map((part) => part.id));
  const listed = new Set(chapterIds(book));
  const pages = files.filter((file) => /\.mdx?$/.test(file) && file.includes("/"));
  const present = new Set(pages.map((file) => file.replace(/\.mdx?$/, "")));

  const missing = [...listed]
    .filter((id) => !present.has(id))
    .map(
      (id) =>
        `${BOOK_FILE}: lists the chapter "${id}", but content/${id}.mdx does not exist. Create it or remove the line.`,
    );
  const unlisted = pages.flatMap((file) => {
    const [part, ...rest] = file.replace(/\.mdx?$/, "").split("/");
    if (listed.has(`${part}/${rest.join("/")}`)) return [];
    const where = partIds.has(part) ? `the chapters of the part "${part}"` : `a new part "${part}"`;
    return [`content/${file}: is not in the book. Add "- ${rest.join("/")}" to ${where} in ${BOOK_FILE}.`];
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
