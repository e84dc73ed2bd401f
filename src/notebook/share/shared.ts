import type { Inputs, Outcome, Result, Setting } from "../../bench/types.ts";
import type { Manifest } from "../compile/write.ts";
import type { Edits } from "../edit/edits.ts";
import { type InputValue, isInputValue } from "./link/state.ts";

/** What Share needs to know of a notebook as it stands on the page. */
export interface Shared {
  manifest: Manifest;
  /** the `<hot-notebook>` */
  element: HTMLElement;
  /** every experiment on the page, in its order; none where nothing is measured */
  outcomes: [name: string, Outcome][];
  inputs: [name: string, InputValue][];
  settings: Setting[];
  /** true if an input is set otherwise than at first */
  areInputsChanged: boolean;
  /** changed cells that are in force */
  edits: Edits;
  /** cells that were changed when the reader's own results were measured */
  measuredEdits: Edits;
}

/** What a link carries of a notebook. */
export type Carried = Pick<Shared, "inputs" | "areInputsChanged" | "edits">;

/**
 * The notebook as the results on the page had it, which is not always as it is now: a reader who follows the link under a
 * result shall find what gave it. Recorded results are of the notebook as it is published.
 */
export function asMeasured(shared: Shared): Carried {
  const { outcomes, inputs, areInputsChanged, measuredEdits } = shared;
  const own = sharedResults(shared).filter(({ source }) => source === "own");
  if (outcomes.length === 0) return { inputs, areInputsChanged, edits: new Map() };
  if (own.length === 0) return { inputs, areInputsChanged: false, edits: new Map() };
  const had: Inputs = Object.assign({}, ...own.map(({ inputs }) => inputs));
  const then = inputs.map(([name, value]): [string, InputValue] => {
    const old = Object.hasOwn(had, name) ? had[name] : value;
    return [name, isInputValue(old) ? old : value];
  });
  const differ = JSON.stringify(then) !== JSON.stringify(inputs);
  return { inputs: then, areInputsChanged: areInputsChanged || differ, edits: measuredEdits };
}

/** "sumAbove (cell 2)" */
export function changedCells({ manifest }: Pick<Shared, "manifest">, edits: Edits): string {
  const named = manifest.cells
    .filter(({ id }) => edits.has(id))
    .map(({ id, name }) => `${name} (cell ${id})`);
  return named.join(", ");
}

/** A result with what tells it from others. */
export interface SharedResult {
  experiment: string;
  outcome: Outcome;
  result: Result;
  source: "own" | "earlier" | "recorded";
  machine: string;
  /** inputs of the notebook and parameters of the experiment */
  inputs: Inputs;
}

/** All results on the page, the reader's own first. */
export function sharedResults({ outcomes }: Pick<Shared, "outcomes">): SharedResult[] {
  return outcomes.flatMap(([experiment, outcome]) => {
    const { own, ownInputs, earlier = [], recorded } = outcome;
    const here = { experiment, outcome, machine: "this machine" };
    return [
      ...(own
        ? [{ ...here, result: own, source: "own" as const, inputs: { ...own.bench.params, ...ownInputs } }]
        : []),
      ...earlier.map((result) => ({
        ...here,
        result,
        source: "earlier" as const,
        inputs: result.bench.params,
      })),
      ...recorded.map((result) => ({
        experiment,
        outcome,
        result,
        source: "recorded" as const,
        machine: result.machine ?? result.environment.os,
        inputs: { ...result.bench.params, ...result.inputs },
      })),
    ];
  });
}
