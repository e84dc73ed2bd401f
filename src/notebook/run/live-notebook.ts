import type { WorkerLike } from "../../bench/browser/browser-host.ts";
import type { ExperimentContext, ExperimentElement, FinishedRun } from "../../bench/experiment/experiment.ts";
import type { Spec } from "../../bench/types.ts";
import type { Manifest } from "../compile/write.ts";
import type { Edits } from "../edit/edits.ts";
import { recordedOf } from "../record/record.ts";
import type { LinkState } from "../share/link/state.ts";
import type { Shared } from "../share/shared.ts";
import { pageKernels } from "../wasm/on-page.ts";
import type { HostCell, HostModule } from "./cell.ts";
import { NotebookInputs } from "./inputs/inputs.ts";
import { loaders } from "./library/libraries.ts";
import { drawn } from "./measure.ts";
import type { OwnResult, OwnResults } from "./own-results.ts";
import { type CellFailure, type ExperimentCell, RunningNotebook } from "./running-notebook.ts";
import { carryInputs, stillInputs } from "./static-inputs.ts";

type Bench = typeof import("#bench");

export interface LiveOptions {
  /** the notebook, whose width its cells see */
  column: HTMLElement;
  /** elements of the cells' outputs */
  outputs: HTMLElement[];
  manifest: Manifest;
  /** of the manifest; the compiled files lie beside it */
  address: URL;
  own: OwnResults;
  /** whether a failed cell fails for want of something that this machine lacks; it is then shown as recorded */
  excuses: (cell: number) => boolean;
  /** shows what the build rendered as the output of a cell */
  showRecorded: (output: HTMLElement) => void;
  /** told of all failed cells whenever a cell has settled */
  changed: (failures: CellFailure[]) => void;
  /** told whenever an experiment's cell has been evaluated */
  evaluated: () => void;
  runLonger: (name: string) => void;
}

/** How an experiment is measured. */
export interface Measured {
  start: () => WorkerLike;
  /** hash of the cells, or what stands for it */
  hash: string;
  /** cells that the reader has changed among those that are measured */
  edits: Edits;
  inputsChanged?: boolean;
}

/** What takes the place of a cell that declares an experiment. */
export interface StandIn {
  cell: number;
  change: (cell: HostCell) => Pick<HostCell, "inputs" | "body">;
}

/** A notebook whose cells are alive on the page, with its experiments. */
export class LiveNotebook {
  /** by name; those whose cells the page shows */
  readonly experiments = new Map<string, ExperimentElement>();
  private readonly options: LiveOptions;
  private readonly running: RunningNotebook;
  private readonly inputs = new NotebookInputs();
  private standIns: readonly StandIn[] = [];

  static async start(options: LiveOptions): Promise<LiveNotebook> {
    const { manifest, address, outputs } = options;
    const host = (await import(/* @vite-ignore */ new URL(manifest.host, address).href)) as {
      default: HostModule;
    };
    const still = await stillInputs(outputs);
    const live = new LiveNotebook(host.default, options);
    await live.settled();
    carryInputs(still, outputs);
    return live;
  }

  private constructor(host: HostModule, options: LiveOptions) {
    this.options = options;
    const kernels = pageKernels(options.manifest.kernels);
    const roots = new Map(
      options.outputs.map((output) => [Number((output.parentElement as HTMLElement).dataset.cell), output]),
    );
    this.running = new RunningNotebook(host, {
      column: options.column,
      roots,
      excuses: ({ id }) => {
        const output = roots.get(id);
        if (!output || !options.excuses(id)) return false;
        options.showRecorded(output);
        return true;
      },
      load: (library, cell) => kernels(library) ?? this.load(library, cell),
      changed: options.changed,
      named: (name, value) => this.inputs.note(name, value),
    });
  }

  /** Resolves once every cell has a value or an error, with the failures. */
  settled(): Promise<CellFailure[]> {
    return this.running.settled();
  }

  valueOf(name: string): Promise<unknown> {
    return this.running.value(name);
  }

  /** True while edited experiments stand in the place of the notebook's own. */
  get isEdited(): boolean {
    return this.standIns.length > 0;
  }

  /**
   * Puts edited experiments in place of the notebook's own.
   * @param cells those that declare the experiments of this run: the ones that were not edited get their own code again
   */
  standIn(edited: readonly StandIn[], cells: readonly number[]): void {
    const others = this.standIns.filter(({ cell }) => !cells.includes(cell));
    for (const { cell } of this.standIns)
      if (cells.includes(cell) && !edited.some((next) => next.cell === cell))
        this.running.redefine(cell, null);
    for (const { cell, change } of edited) this.running.redefine(cell, change);
    this.standIns = [...others, ...edited];
  }

  /** The element of an experiment, as a cell makes it. */
  experiment(bench: Bench, spec: Spec, cell: ExperimentCell, measured: Measured): ExperimentElement {
    const finished = (run: FinishedRun) => this.finish(element, cell.name, { ...run, edits: measured.edits });
    const element: ExperimentElement = bench.experiment(spec, {
      ...this.contextOf(bench, cell, measured),
      finished,
    });
    this.experiments.set(cell.name, element);
    this.options.evaluated();
    return element;
  }

  /** Sets inputs by name. Gives the names of those that have no such value. */
  async setInputs(values: LinkState["inputs"]): Promise<string[]> {
    this.inputs.set(values);
    await drawn();
    await this.settled();
    // a control may have been made anew because of another one
    return this.inputs.set(values);
  }

  /** The notebook as it stands, for others to have; what is edited since the last run is not known here. */
  shared(): Omit<Shared, "edits"> {
    const { manifest, column, own } = this.options;
    return {
      manifest,
      element: column,
      measuredEdits: own.edits(),
      outcomes: [...this.experiments].map(([name, { value }]) => [name, value]),
      inputs: this.inputs.values(),
      settings: this.inputs.settings(),
      areInputsChanged: this.inputs.areChanged(),
    };
  }

  dispose(): void {
    this.running.dispose();
  }

  private async load(library: string, cell: ExperimentCell | undefined): Promise<unknown> {
    const module = (await loaders[library]()) as Bench;
    if (library !== "#bench" || !cell) return module;
    const { manifest, address } = this.options;
    const worker = new URL(manifest.worker ?? "", address);
    const measured: Measured = {
      start: () => new Worker(worker),
      hash: manifest.experiments.find(({ name }) => name === cell.name)?.hash ?? "",
      edits: new Map(),
    };
    return { ...module, experiment: (spec: Spec) => this.experiment(module, spec, cell, measured) };
  }

  /** Keeps a run; the cell may have been evaluated anew since it began, because an input changed. */
  private finish(began: ExperimentElement, name: string, run: OwnResult): void {
    this.options.own.keep(name, run);
    const now = this.experiments.get(name);
    if (now !== began) now?.adopt(run);
  }

  private contextOf(
    { browserHost }: Bench,
    { id, name, captures }: ExperimentCell,
    { start, hash, inputsChanged }: Measured,
  ): Omit<ExperimentContext, "finished"> {
    const { own, manifest, runLonger } = this.options;
    const last = own.of(name);
    return {
      name,
      hash,
      recorded: recordedOf(manifest.recorded, name),
      own: last?.own,
      earlier: last?.earlier,
      ownInputs: last?.ownInputs,
      settings: this.inputs.settings(this.running.behind(Object.keys(captures))),
      inputsChanged,
      host: browserHost({ start, captures: { cell: id, values: captures } }),
      runLonger: () => runLonger(name),
    };
  }
}
