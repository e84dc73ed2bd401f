import type { Manifest } from "../../compile/write.ts";
import type { Editing } from "../../edit/editing.ts";
import { Mistakes } from "../../edit/mistake.ts";
import type { HotNotebook } from "../element.ts";
import { type CellFailure, isCause } from "../running-notebook.ts";
import { clearFailures, failureInFile, showFailure } from "./failure.ts";
import { locate } from "./locate.ts";

/** Shows what went wrong with a run: in the reader's own cell if the worker says where, else in words. */
export async function showRunError(
  element: HotNotebook,
  error: unknown,
  manifest: Manifest | undefined,
  editing: Editing,
): Promise<void> {
  if (error instanceof Mistakes) {
    await editing.showMistakes(error);
    const sentence = error.thrown ? "The changed code threw an error." : "The changed code cannot run.";
    element.setState("error", `${sentence} What was shown before stays.`);
    return;
  }
  const { message, workerStack = "" } = error as Error & { workerStack?: string };
  const at = manifest?.worker ? locate(workerStack, manifest.worker, manifest.workerLines) : null;
  if (manifest) showFailure(element, failureInFile(manifest, message, { at, cell: null }));
  element.setState("error", at ? "A cell has an error." : message);
}

/** Shows every cell of the page that has no value because of an error of its own. */
export function showCellErrors(
  element: HotNotebook,
  failures: readonly CellFailure[],
  manifest: Manifest,
): void {
  clearFailures(element);
  for (const { cell, error } of failures.filter(isCause)) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const at = locate(stack, manifest.host, manifest.hostLines);
    showFailure(element, failureInFile(manifest, message, { at, cell: cell.id }));
  }
  if (failures.length > 0) element.setState("error", "A cell has an error.");
}
