import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeClaims } from "../../bench/claims.ts";
import type { Claim, ClaimVerdict, Spec } from "../../bench/types.ts";
import type { Engine } from "../browsers/index.ts";
import { compileBook } from "../compile/book.ts";
import { chooseIds } from "../record/choose.ts";
import { thisMachine } from "../record/machine.ts";
import { type Pressed, pressRun } from "../record/press-run.ts";
import type { RecordOptions } from "../record/record-in-browsers.ts";
import { pageOf, quiet, withServedBook } from "../record/served-book.ts";
import { evaluateCompiled } from "../render/evaluate.ts";
import { CLAIMS_FILE, type ClaimRun, formatClaims, mergeClaims, parseClaims } from "./claim-runs.ts";

/** An experiment that claims something. */
export interface Claiming {
  notebook: string;
  experiment: string;
  hash: string;
  spec: Spec;
}

/**
 * Runs the claims of notebooks in browsers and stores what became of them, after every notebook: a long run that is
 * interrupted keeps what it has.
 * @returns the runs made
 */
export async function runClaims(root: string, { asked, engines, now }: RecordOptions): Promise<ClaimRun[]> {
  const claiming = await claimingOf(root);
  const ids = chooseIds(
    asked,
    [...new Set(claiming.map(({ notebook }) => notebook))],
    "notebook with a claim",
  );
  const runs: ClaimRun[] = [];
  await withServedBook(root, async (book) => {
    for (const engine of engines) {
      for (const id of ids) {
        if (!now) await quiet();
        console.log(`Running ${id} in ${engine}.`);
        const pressed = await pressRun(engine, book + pageOf(root, id), id);
        if (!pressed.record) console.log(`${id} cannot run in ${engine}: ${pressed.said}`);
        const own = claiming.filter(({ notebook }) => notebook === id);
        runs.push(...own.flatMap((experiment) => judge(experiment, engine, pressed)));
        store(root, claiming, runs);
      }
    }
  });
  return runs;
}

/** Every experiment of the book that claims something, as its notebook declares it now. */
async function claimingOf(root: string): Promise<Claiming[]> {
  const found: Claiming[] = [];
  for (const notebook of await compileBook(root)) {
    const { specs, dispose } = await evaluateCompiled(notebook);
    dispose();
    for (const { name, hash } of notebook.experiments) {
      const spec = specs.get(name);
      if (spec?.claims?.length) found.push({ notebook: notebook.id, experiment: name, hash, spec });
    }
  }
  return found;
}

/** What one run of a notebook says of the claims of one experiment. */
export function judge(
  { notebook, experiment, hash, spec }: Claiming,
  engine: Engine,
  pressed: Pressed,
): ClaimRun[] {
  const { version, record } = pressed;
  const result = record?.results[experiment];
  const { cpu, os } = thisMachine();
  const verdicts: ClaimVerdict[] = result ? judgeClaims(spec, result) : [];
  return (spec.claims ?? []).map(({ says }: Claim, i): ClaimRun => {
    const { state = "cannot run", ratio = null, interval = null } = verdicts[i] ?? {};
    const date = result?.createdAt ?? new Date().toISOString();
    return {
      ...{ notebook, experiment, claim: says, engine, version, state },
      ...{ ratio: rounded(ratio), interval: interval && [digits(interval[0]), digits(interval[1])] },
      ...{ machine: `${cpu}, ${os}`, date, hash },
    };
  });
}

function store(root: string, claiming: readonly Claiming[], fresh: readonly ClaimRun[]): void {
  const file = join(root, CLAIMS_FILE);
  const isCurrent = (run: ClaimRun) =>
    claiming.some(
      ({ notebook, experiment, hash, spec }) =>
        notebook === run.notebook &&
        experiment === run.experiment &&
        hash === run.hash &&
        spec.claims?.some(({ says }) => says === run.claim),
    );
  writeFileSync(file, formatClaims(mergeClaims(storedRuns(file), fresh, isCurrent)));
}

/** Nothing if the file cannot be read: it is then written anew. */
function storedRuns(file: string): ClaimRun[] {
  if (!existsSync(file)) return [];
  try {
    return parseClaims(readFileSync(file, "utf8"));
  } catch (error) {
    console.log(`${CLAIMS_FILE} is written anew: ${(error as Error).message}`);
    return [];
  }
}

function rounded(ratio: number | null): number | null {
  return ratio === null ? null : digits(ratio);
}

/** Four digits: more than a ratio of times has. */
function digits(value: number): number {
  return Number(value.toPrecision(4));
}
