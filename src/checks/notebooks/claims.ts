import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeExact } from "../../charts/claims/judge-exact.ts";
import { CLAIMS_FILE, type ClaimRun, parseClaims } from "../../notebook/claims/claim-runs.ts";
import type { Check } from "../check.ts";
import { bookOf, type EvaluatedNotebook } from "./book.ts";

/** `content/claims.json` tells of every claim of every notebook as it is now, and claims on models hold. */
export const claims: Check = {
  name: "claims",
  run: async (root) => {
    const { notebooks, broken } = await bookOf(root);
    const exact = notebooks.flatMap(exactProblems);
    if (!existsSync(join(root, CLAIMS_FILE))) {
      const isNeeded = claimProblems(notebooks, []).length > 0;
      return [...exact, ...(isNeeded ? [`${CLAIMS_FILE}:1:1: is missing. Write it: npm run claims.`] : [])];
    }
    try {
      const runs = parseClaims(readFileSync(join(root, CLAIMS_FILE), "utf8"));
      // what a broken notebook claims is not known
      const known = runs.filter(({ notebook }) => !broken.has(notebook));
      return [...exact, ...claimProblems(notebooks, known)];
    } catch (error) {
      return [...exact, `${CLAIMS_FILE}:1:1: ${(error as Error).message}. Write it anew: npm run claims.`];
    }
  },
};

function exactProblems({ notebook, exact }: EvaluatedNotebook): string[] {
  return judgeExact(exact).flatMap(({ claim, state }) =>
    state === "holds"
      ? []
      : [
          `${notebook.file}:1:1: “${claim.says}” does not hold: the model gives ${claim.value}. Correct the claim, or the model.`,
        ],
  );
}

/** What the stored runs lack, and what is no longer true of them. */
export function claimProblems(notebooks: readonly EvaluatedNotebook[], runs: readonly ClaimRun[]): string[] {
  const declared = notebooks.flatMap(({ notebook, specs }) =>
    notebook.experiments.flatMap(({ name, hash }) =>
      (specs.get(name)?.claims ?? []).map(({ says }) => ({
        notebook: notebook.id,
        experiment: name,
        claim: says,
        hash,
      })),
    ),
  );
  const key = (run: Pick<ClaimRun, "notebook" | "experiment" | "claim">) =>
    JSON.stringify([run.notebook, run.experiment, run.claim]);
  const hashes = new Map(declared.map((claim) => [key(claim), claim.hash]));
  const stored = new Set(runs.map(key));
  const missing = declared
    .filter((claim) => !stored.has(key(claim)))
    .map((claim) => say(claim, "is missing", `npm run claims -- ${claim.notebook}`));
  const stale = runs.flatMap((run) => {
    const hash = hashes.get(key(run));
    if (hash === undefined) return [say(run, `is no claim of ${run.notebook} any more`, "npm run claims")];
    if (hash === run.hash) return [];
    const what = `is stale in ${run.engine}: the cells have changed since`;
    return [say(run, what, `npm run claims -- ${run.notebook}`)];
  });
  return [...missing, ...stale];
}

function say(
  { notebook, experiment, claim }: Pick<ClaimRun, "notebook" | "experiment" | "claim">,
  what: string,
  command: string,
): string {
  return `${CLAIMS_FILE}:1:1: “${claim}” (${notebook}, ${experiment}) ${what}. Run it: ${command}.`;
}
