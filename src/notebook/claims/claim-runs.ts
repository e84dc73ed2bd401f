import { date, interval, listOf, oneOf, orNull, positive, shape, text } from "../../bench/schema/schema.ts";
import type { ClaimVerdict } from "../../bench/types.ts";
import { ENGINES, type Engine } from "../browsers/types.ts";

/** Where `npm run claims` keeps what it found. */
export const CLAIMS_FILE = "content/claims.json";

/** One claim, run in one browser. */
export interface ClaimRun {
  /** "branches/sorted-vs-random" */
  notebook: string;
  experiment: string;
  /** the sentence */
  claim: string;
  engine: Engine;
  /** of the browser, as it tells its driver: "156.0.7000.1" */
  version: string;
  /** "cannot run" where the browser lacks what the notebook needs */
  state: ClaimVerdict["state"] | "cannot run";
  /** median of the ratios of the blocks, or null if there is none */
  ratio: number | null;
  interval: [number, number] | null;
  /** processor and system */
  machine: string;
  date: string;
  /** of the cells that declare it */
  hash: string;
}

const runShape = shape({
  notebook: text,
  experiment: text,
  claim: text,
  engine: oneOf(...ENGINES),
  version: text,
  state: oneOf("holds", "does not hold", "undecided", "cannot run"),
  ratio: orNull(positive),
  interval: orNull(interval),
  machine: text,
  date,
  hash: text,
});
const fileShape = shape({ schema: oneOf("hot-path/claims.v1"), runs: listOf(runShape) });

/** Reads the stored runs. Throws a TypeError that names the first wrong field, and says so if they are out of order. */
export function parseClaims(json: string): ClaimRun[] {
  const value: unknown = JSON.parse(json);
  fileShape(value, "claims");
  const { runs } = value as { runs: ClaimRun[] };
  for (const [i, { state, ratio }] of runs.entries())
    if ((state === "holds" || state === "does not hold") && ratio === null)
      throw new TypeError(`claims.runs[${i}].ratio: “${state}” without evidence`);
  const odd = runs.findIndex((run, i) => i > 0 && compare(runs[i - 1], run) >= 0);
  if (odd >= 0) throw new TypeError(`claims.runs[${odd}]: stands twice or out of order`);
  return runs;
}

/** The file's text: one run a line, in an order that depends on nothing but the runs. */
export function formatClaims(runs: readonly ClaimRun[]): string {
  const lines = runs.toSorted(compare).map((run) => `    ${JSON.stringify(run)}`);
  return `{\n  "schema": "hot-path/claims.v1",\n  "runs": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/**
 * The stored runs with new ones in the place of those they repeat. What tells of a claim or of cells that are no more
 * goes, in browsers that were not run too.
 * @param isCurrent whether a run is of a claim, and of the cells, that there are now
 */
export function mergeClaims(
  stored: readonly ClaimRun[],
  fresh: readonly ClaimRun[],
  isCurrent: (run: ClaimRun) => boolean,
): ClaimRun[] {
  const kept = stored.filter((run) => isCurrent(run) && fresh.every((other) => compare(run, other) !== 0));
  return [...kept, ...fresh];
}

/** By notebook, experiment, claim and engine, by the values of their characters: the same on every machine. */
function compare(a: ClaimRun, b: ClaimRun): number {
  const keys = ["notebook", "experiment", "claim"] as const;
  const key = keys.find((name) => a[name] !== b[name]);
  if (key) return a[key] < b[key] ? -1 : 1;
  return ENGINES.indexOf(a.engine) - ENGINES.indexOf(b.engine);
}
