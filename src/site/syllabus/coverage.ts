import type { Chapter, Section } from "../chapters/chapter.ts";
import type { Cover } from "../chapters/front-matter.ts";
import type { Syllabus, SyllabusChapter, SyllabusNotebook, SyllabusPart } from "./syllabus.ts";

/** A syllabus item, and where the book teaches it. */
export interface CoveredItem {
  item: string;
  /** null if no page teaches it yet */
  place: BookPlace | null;
}

export interface BookPlace {
  /** address below the book's root: "/cpu/branches/#branchless-code" */
  href: string;
  /** heading it stands under; "" for the page as a whole */
  section: string;
}

/** An experiment of the syllabus, and where the book shows it. */
export interface CoveredNotebook extends SyllabusNotebook {
  /** whether `notebooks/<chapter>/<id>.html` exists */
  exists: boolean;
  place: BookPlace | null;
}

export interface CoveredChapter {
  id: string;
  title: string;
  /** address of the chapter; null while it is planned */
  href: string | null;
  teach: CoveredItem[];
  beyond: CoveredItem[];
  notebooks: CoveredNotebook[];
}

export interface CoveredPart extends Pick<SyllabusPart, "id" | "title"> {
  chapters: CoveredChapter[];
}

/** How much there is of something, and how much there is to be. */
export interface Count {
  done: number;
  planned: number;
}

/** Chapters, items and experiments of some chapters. */
export interface Counts {
  chapters: Count;
  items: Count;
  notebooks: Count;
}

/**
 * Holds the book against its syllabus.
 * @param notebooks ids of the notebooks that exist: "branches/sorted-vs-random"
 */
export function coverageOf(
  { parts }: Syllabus,
  chapters: readonly Chapter[],
  notebooks: readonly string[],
): CoveredPart[] {
  const written = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  return parts.map(({ id, title, chapters: planned }) => ({
    id,
    title,
    chapters: planned.map((chapter) =>
      coveredChapter(chapter, written.get(`${id}/${chapter.id}`), notebooks),
    ),
  }));
}

function coveredChapter(
  { id, title, ...planned }: SyllabusChapter,
  chapter: Chapter | undefined,
  existing: readonly string[],
): CoveredChapter {
  const covered = (item: string): CoveredItem => {
    const cover = chapter?.covers.find((candidate) => candidate.item === item);
    return { item, place: chapter && cover ? bookPlace(chapter, sectionOf(chapter, cover)) : null };
  };
  const shown = (notebook: SyllabusNotebook): CoveredNotebook => {
    const name = `${id}/${notebook.id}`;
    const use = chapter?.uses.find(
      ({ component, attributes }) => component === "Notebook" && attributes.src === name,
    );
    const place = chapter && use ? bookPlace(chapter, use.section) : null;
    return { ...notebook, exists: existing.includes(name), place };
  };
  return {
    id,
    title: chapter?.title ?? title,
    href: chapter ? `/${chapter.id}/` : null,
    teach: planned.teach.map(covered),
    beyond: planned.beyond.map(covered),
    notebooks: planned.notebooks.map(shown),
  };
}

/**
 * The section in which an item is taught: the one that the page names, else a heading that says the same words, else
 * the page as a whole. The id is that of the anchor where the page names one within a section.
 */
export function sectionOf(
  { anchors, headings }: Pick<Chapter, "anchors" | "headings">,
  { item, at }: Cover,
): Section {
  if (at !== null) return { id: at, title: anchors.get(at)?.title ?? "" };
  return headings.find(({ title }) => plain(title) === plain(item)) ?? { id: "", title: "" };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The address of a section of a chapter. */
export function bookPlace({ id }: Pick<Chapter, "id">, section: Section): BookPlace {
  return { href: `/${id}/${section.id && `#${section.id}`}`, section: section.title };
}

/** Counts what is there, and what is planned in all. */
export function countsOf(chapters: readonly CoveredChapter[]): Counts {
  const items = chapters.flatMap(({ teach, beyond }) => [...teach, ...beyond]);
  const notebooks = chapters.flatMap((chapter) => chapter.notebooks);
  const count = <T>(all: readonly T[], isDone: (one: T) => boolean): Count => ({
    done: all.filter(isDone).length,
    planned: all.length,
  });
  return {
    chapters: count(chapters, ({ href }) => href !== null),
    items: count(items, ({ place }) => place !== null),
    notebooks: count(notebooks, ({ exists }) => exists),
  };
}
