import type { ExperimentElement } from "../../bench/experiment/experiment.ts";
import type { HostCell } from "../run/cell.ts";
import type { EditedExperiment } from "./sandboxed-run.ts";

/**
 * What takes the place on the page of a cell whose experiment was edited: it evaluates nothing of the reader's, and shows
 * the experiment that the sandbox described in the way that the book's own cell would.
 * @param make makes the experiment's element from the host values of the moment
 */
export function standIn(
  { inputs: original }: HostCell,
  { name, captures }: Pick<EditedExperiment, "name" | "captures">,
  make: (values: Record<string, unknown>, inputsChanged: boolean) => ExperimentElement,
): Pick<HostCell, "inputs" | "body"> {
  const names = Object.keys(captures);
  const shower = ["view", "display"].find((builtin) => original.includes(builtin));
  return {
    inputs: [...names, ...(shower ? [shower] : [])],
    body: (...inputs) => {
      const values = Object.fromEntries(names.map((name, i) => [name, inputs[i]]));
      const changed = names.some((name) => !isSame(values[name], captures[name]));
      const element = make(values, changed);
      const show = inputs[names.length] as ((element: ExperimentElement) => unknown) | undefined;
      return { [name]: show ? show(element) : element };
    },
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}
