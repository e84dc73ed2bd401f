import { EDITED } from "../../bench/edited.ts";
import { loaders } from "../run/library/libraries.ts";
import type { LiveNotebook, StandIn } from "../run/live-notebook.ts";
import { openRun, type RunRequest, type SandboxedRun } from "./sandboxed-run.ts";
import { standIn } from "./stand-in.ts";

/**
 * Reads the edited experiments of a live notebook in a sandbox and puts them in the place of its own, or its own where
 * nothing is edited. Gives the run in whose sandbox they are to be measured; null if nothing that is measured was edited.
 * @throws Mistakes where the edits cannot run, AbortError after Stop
 */
export async function readEdits(
  live: LiveNotebook,
  request: Omit<RunRequest, "pageValue">,
): Promise<SandboxedRun | null> {
  const { manifest, only } = request;
  const run = await openRun({ ...request, pageValue: (name) => live.valueOf(name) });
  const bench = (await loaders["#bench"]()) as typeof import("#bench");
  const edited = run?.experiments.map((experiment): StandIn => {
    const { name, cell: id, spec, captures, edits } = experiment;
    const make = (values: Record<string, unknown>, inputsChanged: boolean) => {
      const measured = { start: experiment.start, hash: EDITED, edits, inputsChanged };
      return live.experiment(bench, spec, { id, name, captures: values }, measured);
    };
    return { cell: id, change: (cell) => standIn(cell, { name, captures }, make) };
  });
  const measured = manifest.experiments.filter(({ name }) => name === (only ?? name));
  live.standIn(
    edited ?? [],
    measured.map(({ cell }) => cell),
  );
  return run;
}
