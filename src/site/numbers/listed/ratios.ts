import GithubSlugger from "github-slugger";
import { ENGINES } from "../../../notebook/browsers/types.ts";
import type { ClaimRun } from "../../../notebook/claims/claim-runs.ts";
import type { Chapter } from "../../chapters/chapter.ts";
import { engineLabel, evidenceText, lastRuns } from "../../notebooks/listed/claims.ts";
import { bookPlace } from "../../syllabus/coverage.ts";

/** The ratios that were found when the claims of a notebook were last run. */
export interface NotebookRatios {
  title: string;
  /** the section that shows the notebook first, and the id of its page; "" if none does */
  href: string;
  page: string;
  /** "20 November 2026 on AMD EPYC, Debian 12" */
  lastRun: string;
  claims: { says: string; ratios: RatioRow[] }[];
}

export interface RatioRow {
  /** anchor on the page */
  id: string;
  /** "5.1× (1.5× to 14×)" */
  text: string;
  /** "Chromium 156" */
  where: string;
  state: ClaimRun["state"];
}

/** The ratios of each notebook; runs without one, because the browser cannot run it, are left out. */
export function ratiosOf(
  runs: readonly ClaimRun[],
  pages: readonly Chapter[],
  titles: ReadonlyMap<string, string>,
): NotebookRatios[] {
  const shown = Map.groupBy(
    pages.flatMap((page) =>
      page.uses
        .filter(({ component }) => component === "Notebook")
        .map(({ section, attributes }) => ({
          src: attributes.src,
          page: page.id,
          ...bookPlace(page, section),
        })),
    ),
    ({ src }) => src,
  );
  const found = runs.filter((run) => run.ratio !== null);
  return [...Map.groupBy(found, (run) => run.notebook)].map(([notebook, own]) => {
    const uses = shown.get(notebook) ?? [];
    const claims = Map.groupBy(own, ({ experiment, claim }) => JSON.stringify([experiment, claim]));
    return {
      ...{
        title: titles.get(notebook) ?? notebook,
        href: uses[0]?.href ?? "",
        page: uses[0]?.page ?? "",
        lastRun: lastRuns(own),
      },
      claims: [...claims.values()].map((ofOne) => ({
        says: ofOne[0].claim,
        ratios: ofOne.map(toRow).sort(byEngine),
      })),
    };
  });
}

function toRow(run: ClaimRun): RatioRow {
  const { notebook, experiment, claim, engine, state } = run;
  const id = [notebook, experiment, new GithubSlugger().slug(claim), engine].join("/");
  return { id, text: evidenceText(run), where: engineLabel(run), state };
}

function byEngine(a: RatioRow, b: RatioRow): number {
  const rank = ({ id }: RatioRow) => ENGINES.findIndex((engine) => id.endsWith(`/${engine}`));
  return rank(a) - rank(b);
}
