import type { ClaimRun } from "../../../notebook/claims/claim-runs.ts";
import type { Need } from "../../../notebook/needs/need.ts";
import type { Chapter } from "../../chapters/chapter.ts";
import { type BookPlace, bookPlace } from "../../syllabus/coverage.ts";
import { recordedOn } from "../describe.ts";
import type { PageNotebook } from "../load.ts";
import { type ListedClaim, lastRuns, measuredClaims, modelClaims } from "./claims.ts";
import { descriptionOf, type Thumbnail, thumbnailOf } from "./thumbnail.ts";

/** What the index tells of a notebook. */
export interface ListedNotebook {
  /** "branches/sorted-vs-random" */
  id: string;
  title: string;
  kind: "Experiment" | "Simulation";
  description: string;
  thumbnail: Thumbnail | null;
  /** what a browser must offer, in words */
  needs: string[];
  claims: ListedClaim[];
  /** when and where the claims on measurements were last run; "" if there are none */
  lastRun: string;
  /** where its records are from, or that it is a model */
  origin: string;
  /** pages that show it, in the order of the book */
  places: (BookPlace & { title: string })[];
}

/** What a notebook can need of a browser, in words. */
const NEEDS: Record<Need, string> = {
  clock: "a clock of fine steps",
  isolation: "cross-origin isolation, for memory that workers share",
  opfs: "private files of the site (OPFS)",
  indexeddb: "IndexedDB",
  wasm: "WebAssembly",
  simd: "WebAssembly SIMD",
};

/** What the index tells of a notebook, and the id of the part that shows it first; "" if none does. */
export function listed(
  notebook: PageNotebook,
  pages: readonly Chapter[],
  runs: readonly ClaimRun[],
): ListedNotebook & { part: string } {
  const { id, title, cells, experiments, exact } = notebook;
  const needs = [...new Set(cells.flatMap((cell) => cell.needs))];
  const showing = pages.flatMap((page) => {
    const use = page.uses.find(
      ({ component, attributes }) => component === "Notebook" && attributes.src === id,
    );
    return use ? [{ page, place: { ...bookPlace(page, use.section), title: page.title } }] : [];
  });
  const [first] = showing;
  const own = runs.filter((run) => run.notebook === id);
  return {
    ...{ id, title, description: descriptionOf(notebook), needs: needs.map((need) => NEEDS[need]) },
    kind: experiments.length > 0 ? "Experiment" : "Simulation",
    thumbnail: thumbnailOf(notebook, `${id.replace("/", "-")}-`),
    claims: [...measuredClaims(own), ...modelClaims(exact)],
    lastRun: lastRuns(own),
    origin:
      experiments.length > 0
        ? recordedOn(notebook)
        : "A model, computed from a seed: the same inputs give the same numbers everywhere.",
    places: showing.map(({ place }) => place),
    part: first?.page.id.includes("/") ? first.page.id.split("/")[0] : "",
  };
}

/** Ids of notebooks in the order in which pages show them first; those that none shows come last. */
export function inBookOrder(ids: readonly string[], pages: readonly Chapter[]): string[] {
  const uses = pages.flatMap((page) => page.uses.filter(({ component }) => component === "Notebook"));
  const shown = uses.map(({ attributes }) => attributes.src);
  const existing = new Set(ids);
  return [...new Set([...shown, ...ids])].filter((id) => existing.has(id));
}

/** The pages that show each notebook, in the order of the book. */
export function pagesByNotebook(pages: readonly Chapter[]): Map<string, Chapter[]> {
  const shown = new Map<string, Chapter[]>();
  for (const page of pages) {
    const ids = page.uses.flatMap(({ component, attributes }) =>
      component === "Notebook" ? attributes.src : [],
    );
    for (const id of new Set(ids)) shown.set(id, [...(shown.get(id) ?? []), page]);
  }
  return shown;
}
