import { bench } from "./bench.ts";
import { experimentView } from "./experiment-view.ts";
import type { Host } from "./host.ts";
import type { Outcome, Progress, Result, Spec } from "./types.ts";

/** What the page around an experiment supplies. */
export interface ExperimentContext {
  /** name of the cell's output, unique in the notebook */
  name: string;
  /** hash of the cells it was built from */
  hash: string;
  recorded: Result[];
  /** the reader's last run, if an earlier evaluation of the cell had one */
  own: Result | null;
  /** starts fresh workers */
  host: Host;
  /** told of every finished run */
  finished: (result: Result) => void;
}

/** An Observable input whose value is the outcome of a benchmark; it emits `input` when a run has finished. */
export interface ExperimentElement extends HTMLElement {
  value: Outcome;
  /** Measures on this machine. Rejects with an AbortError if the signal fires. */
  run(options: {
    signal: AbortSignal;
    progress: (progress: Progress) => void;
    seed?: number;
  }): Promise<Result>;
}

/**
 * Declares a benchmark. Nothing runs until `run` is called; until then the value holds the recorded results.
 * Outside a Hot Path page there is nobody to run it: the element then says so.
 */
export function experiment(spec: Spec, context?: ExperimentContext): ExperimentElement {
  const element = document.createElement("div") as unknown as ExperimentElement;
  element.className = "hp-experiment";
  const show = (outcome: Outcome) => {
    element.value = outcome;
    element.replaceChildren(...experimentView(outcome, context !== undefined));
  };
  show({ recorded: context?.recorded ?? [], own: context?.own ?? null, spec });
  element.run = async ({ signal, progress, seed }) => {
    if (!context)
      throw new Error("this page cannot start workers for the experiment; open the notebook in Hot Path");
    const run = bench(spec, { host: context.host, signal, seed, id: context.name, hash: context.hash });
    for (;;) {
      const { done, value } = await run.next();
      if (!done) {
        progress(value);
        continue;
      }
      show({ ...element.value, own: value });
      context.finished(value);
      element.dispatchEvent(new Event("input", { bubbles: true }));
      return value;
    }
  };
  return element;
}
