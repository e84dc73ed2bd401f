import { EDITED } from "../../bench/edited.ts";
import { loaders } from "../run/library/libraries.ts";
import type { LiveNotebook, StandIn } from "../run/live-notebook.ts";
import { openRun, type RunRequest, type SandboxedRun } from "./sandboxed-run.ts";
import { standIn } from "./stand-in.ts";

/** Reads the edited experiments of a live notebook in a sandbox and says what shall stand in their place on the page. */
export async function readEdited(
  live: LiveNotebook,
  request: Omit<RunRequest, "pageValue">,
): Promise<{ run: SandboxedRun; standIns: StandIn[] } | null> {
  const run = await openRun({ ...request, pageValue: (name) => live.valueOf(name) });
  if (!run) return null;
  const bench = (await loaders["#bench"]()) as typeof import("#bench");
  const standIns = run.experiments.map(({ name, cell: id, spec, captures, edits }): StandIn => {
    const make = (values: Record<string, unknown>, inputsChanged: boolean) =>
      live.experiment(
        bench,
        spec,
        { id, name, captures: values },
        { start: run.start, hash: EDITED, edits, inputsChanged },
      );
    return { cell: id, change: (cell) => standIn(cell, { name, captures }, make) };
  });
  return { run, standIns };
}
