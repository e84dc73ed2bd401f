import { bench } from "../bench.ts";
import type { Host } from "../host.ts";
import type { Inputs, Outcome, Progress, Recorded, Result, Setting, Spec } from "../types.ts";
import { experimentView } from "./experiment-view.ts";
import { longerRun } from "./longer.ts";

/** What the page around an experiment supplies. */
export interface ExperimentContext {
  /** name of the cell's output, unique in the notebook */
  name: string;
  /** hash of the cells it was built from */
  hash: string;
  recorded: Recorded[];
  /** the reader's last run, if an earlier evaluation of the cell had one */
  own?: Result | null;
  /** the runs before it that it was to improve upon */
  earlier?: Result[];
  /** the notebook's inputs that the reader's last run was measured with */
  ownInputs?: Inputs;
  /** the notebook's inputs that the experiment depends on, as they are set now */
  settings?: Setting[];
  /** true if host values of the cell have changed since `own` was measured, where neither inputs nor Spec can tell */
  inputsChanged?: boolean;
  /** starts fresh workers */
  host: Host;
  /** told of every finished run */
  finished: (run: FinishedRun) => void;
  /** the reader wants a longer run; unless given, the experiment does not offer one */
  runLonger?: () => void;
}

/** A run that has ended, as an experiment takes it for the reader's own. */
export interface FinishedRun {
  own: Result;
  /** the runs that it improves upon, oldest first */
  earlier: Result[];
  /** the notebook's inputs that it was measured with */
  ownInputs: Inputs;
}

/** An Observable input whose value is the outcome of a benchmark; it emits `input` when a run has finished. */
export interface ExperimentElement extends HTMLElement {
  value: Outcome;
  /** Measures on this machine. Rejects with an AbortError if the signal fires. */
  run(options: {
    signal: AbortSignal;
    progress: (progress: Progress) => void;
    seed?: number;
    /** a new run of more blocks, which keeps the last one as an earlier one */
    longer?: boolean;
  }): Promise<Result>;
  /** Shows a run that an earlier evaluation of the cell began, before an input changed. */
  adopt(run: FinishedRun): void;
}

/**
 * Declares a benchmark. Nothing runs until `run` is called; until then the value holds the recorded results.
 * Outside a Hot Path page there is nobody to run it: the element then says so.
 */
// biome-ignore lint/suspicious/noExplicitAny: without a `setup` the input is what the parameters are
export function experiment<Input = any>(spec: Spec<Input>, context?: ExperimentContext): ExperimentElement {
  const element = document.createElement("div") as unknown as ExperimentElement;
  element.className = "hp-experiment";
  const show = (outcome: Outcome) => {
    element.value = outcome;
    element.replaceChildren(...experimentView(outcome, context !== undefined, context?.runLonger));
  };
  const { recorded = [], own = null, earlier = [], ownInputs, settings = [], inputsChanged } = context ?? {};
  show({ recorded, own, ownInputs, earlier, settings, spec, ...(inputsChanged && { inputsChanged }) });
  element.adopt = (run) => {
    show({ ...element.value, ...run, inputsChanged: false });
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  element.run = async ({ signal, progress, seed, longer = false }) => {
    if (!context)
      throw new Error("this page cannot start workers for the experiment; open the notebook in Hot Path");
    const { host, name: id, hash } = context;
    const first = longer ? element.value.own : null;
    const run = bench(spec, { host, signal, seed, id, hash, ...(first && longerRun(first)) });
    for (;;) {
      const { done, value } = await run.next();
      if (!done) {
        progress(value);
        continue;
      }
      const finished = {
        own: value,
        earlier: first ? [...(element.value.earlier ?? []), first] : [],
        ownInputs: Object.fromEntries(settings.map((setting) => [setting.name, setting.value])),
      };
      context.finished(finished);
      element.adopt(finished);
      return value;
    }
  };
  return element;
}
