import type { Chapter } from "../../chapters/chapter.ts";
import { type BookPlace, bookPlace } from "../../syllabus/coverage.ts";
import { type Fact, factText } from "../facts.ts";

/** A number of the book: what it is, and where it is used. */
export interface NumberRow {
  /** id of the fact, which is its anchor on the page */
  id: string;
  /** "3.56 ns" */
  text: string;
  says: string;
  /** how it follows from the raw output, where it does not stand there */
  derived?: string;
  places: UsedIn[];
}

/** A section that uses a number. */
export interface UsedIn extends BookPlace {
  /** title of the page */
  title: string;
}

/** Numbers that were measured or read in one place, on one day. */
export interface SourceGroup {
  source: Fact["source"];
  recheck: string;
  rows: NumberRow[];
}

/** Numbers by the page that uses them first. */
export interface PageNumbers {
  /** "cpu/branches"; "" for numbers that no page uses */
  id: string;
  title: string;
  /** id of the part; "" for pages of none */
  part: string;
  sources: SourceGroup[];
}

/** The page and the line on which something is used first. */
interface Use {
  page: Chapter;
  line: number;
}

/** Facts by page and by source, in the order in which the book uses them; those that it does not use come last. */
export function numbersOf(facts: readonly Fact[], pages: readonly Chapter[]): PageNumbers[] {
  const uses = usesOfFacts(pages);
  const listed = facts.map((fact) => ({ fact, ...usesOf(uses.get(fact.id) ?? []) }));
  const byPage = Map.groupBy(listed, ({ first }) => first?.page);
  const groups = pages.map((page) => ({
    ...{ id: page.id, title: page.title, part: partOf(page) },
    sources: bySource(byPage.get(page) ?? []),
  }));
  const unused = bySource(byPage.get(undefined) ?? []);
  return [...groups, { id: "", title: "In no chapter yet", part: "", sources: unused }];
}

/** Id of the part that a page belongs to; "" for pages of none. */
export function partOf({ id }: Pick<Chapter, "id">): string {
  return id.includes("/") ? id.split("/")[0] : "";
}

/** By id of the fact. */
function usesOfFacts(pages: readonly Chapter[]): Map<string, (Use & { place: UsedIn })[]> {
  const uses = pages.flatMap((page) =>
    page.uses
      .filter(({ component }) => component === "Fact")
      .map(({ section, line, attributes }) => ({
        ...{ id: attributes.id, page, line },
        place: { ...bookPlace(page, section), title: page.title },
      })),
  );
  return Map.groupBy(uses, ({ id }) => id);
}

function usesOf(uses: (Use & { place: UsedIn })[]): { first: Use | undefined; places: UsedIn[] } {
  const places = new Map(uses.map(({ place }) => [place.href, place]));
  return { first: uses[0], places: [...places.values()] };
}

function bySource(
  listed: readonly { fact: Fact; first: Use | undefined; places: UsedIn[] }[],
): SourceGroup[] {
  const inOrder = listed.toSorted((a, b) => (a.first?.line ?? 0) - (b.first?.line ?? 0));
  const groups = Map.groupBy(inOrder, ({ fact: { source, recheck } }) =>
    JSON.stringify([{ ...source, derived: undefined }, recheck]),
  );
  return [...groups.values()].map((facts) => ({
    source: facts[0].fact.source,
    recheck: facts[0].fact.recheck,
    rows: facts.map(({ fact, places }) => ({
      ...{ id: fact.id, text: factText(fact), says: fact.says, places },
      ...(fact.source.kind === "measured" && fact.source.derived && { derived: fact.source.derived }),
    })),
  }));
}
