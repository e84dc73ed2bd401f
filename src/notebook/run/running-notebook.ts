import { type Module, Runtime } from "@observablehq/runtime";
import type { HostCell, HostModule, Lib } from "./cell.ts";
import { define, type Redefine } from "./define.ts";
import { builtins } from "./library/builtins.ts";

/** An error of a cell, kept with the cell that threw it. */
export interface CellFailure {
  cell: HostCell;
  error: unknown;
}

/** False for a cell that failed only because it uses the value of a failed one: the runtime names that value. */
export function isCause({ error }: CellFailure): boolean {
  return (error as { input?: string } | undefined)?.input === undefined;
}

export interface NotebookOptions {
  /** loads a library; for an experiment's cell also gets the values that its worker will need */
  load: (library: string, experiment: ExperimentCell | undefined) => Promise<unknown>;
  /** element whose width the cells see as `width` */
  column: Element;
  /** cell id to the element that shows the cell's output */
  roots: Map<number, Element>;
  /** whether a failed cell fails for want of something that this machine lacks, and so counts as settled; none unless given */
  excuses?: (cell: HostCell) => boolean;
  /** told of all failed cells whenever a cell has settled */
  changed: (failures: CellFailure[]) => void;
  /** told of every value that a cell gives a name to */
  named?: (name: string, value: unknown) => void;
}

/** A cell that declares an experiment, with the host values it was last evaluated with. */
export interface ExperimentCell {
  id: number;
  name: string;
  captures: Record<string, unknown>;
}

/** A notebook whose cells are alive: one runtime of its own, so that two on a page never meet. */
export class RunningNotebook {
  private readonly runtime: Runtime;
  private readonly options: NotebookOptions;
  private readonly module: Module;
  private readonly cells: HostCell[];
  private readonly redefiners = new Map<HostCell, Redefine>();
  private readonly waiting = new Set<HostCell>();
  private readonly failures = new Map<HostCell, unknown>();
  private whenSettled: (() => void)[] = [];

  constructor(host: HostModule, options: NotebookOptions) {
    this.options = options;
    const experiments = new Map<number, ExperimentCell>();
    const lib: Lib = async (library, names = [], cell = -1) => {
      const module = (await options.load(library, experiments.get(cell))) as Record<string, unknown>;
      for (const name of names)
        if (!(name in module))
          throw new Error(
            `“${library}” does not export “${name}”; it exports ${Object.keys(module).join(", ")}`,
          );
      return module;
    };
    this.runtime = new Runtime(builtins(lib, options.column));
    this.module = this.runtime.module();
    this.cells = host(lib);
    for (const cell of this.cells) {
      const root = options.roots.get(cell.id);
      if (cell.fixed || !root) continue;
      this.waiting.add(cell);
      if (cell.experiment) rememberInputs(cell, experiments);
      const settled = (settled: HostCell, error?: unknown) => this.settle(settled, error);
      const named = (name: string, value: unknown) => options.named?.(name, value);
      this.redefiners.set(cell, define(this.module, cell, { root, settled, named }));
    }
  }

  /** Resolves once every cell has a value or an error, with the failures. */
  settled(): Promise<CellFailure[]> {
    if (this.waiting.size === 0) return Promise.resolve(this.failed());
    return new Promise((resolve) => this.whenSettled.push(() => resolve(this.failed())));
  }

  /** A name's value, once it has one. */
  value(name: string): Promise<unknown> {
    return this.module.value(name);
  }

  /**
   * Makes a cell's value by another body from other inputs.
   * @param change gets the cell as the notebook has it; null puts that in force again
   */
  redefine(id: number, change: ((cell: HostCell) => Pick<HostCell, "inputs" | "body">) | null): void {
    const [cell, redefine] = [...this.redefiners].find(([{ id: known }]) => known === id) ?? [];
    if (!cell || !redefine) return;
    const { inputs, body } = change?.(cell) ?? cell;
    this.waiting.add(cell);
    redefine(inputs, body);
  }

  /** Names, what their values are made of, and so on. */
  behind(names: Iterable<string>): Set<string> {
    const all = new Set(names);
    for (const name of all)
      for (const input of this.cells.find(({ outputs }) => outputs.includes(name))?.inputs ?? [])
        all.add(input);
    return all;
  }

  /** Ends generators and resolves `invalidation` in every cell. */
  dispose(): void {
    this.runtime.dispose();
  }

  private failed(): CellFailure[] {
    return [...this.failures].map(([cell, error]) => ({ cell, error }));
  }

  private settle(cell: HostCell, error?: unknown): void {
    this.waiting.delete(cell);
    if (error === undefined || this.options.excuses?.(cell)) this.failures.delete(cell);
    else this.failures.set(cell, error);
    this.options.changed(this.failed());
    if (this.waiting.size > 0) return;
    for (const resolve of this.whenSettled.splice(0)) resolve();
  }
}

/** Keeps what an experiment's cell was called with, for the worker to be given the same. */
function rememberInputs(cell: HostCell, experiments: Map<number, ExperimentCell>): void {
  const { id, body, inputs, experiment: name = "", captures = [] } = cell;
  cell.body = (...values) => {
    experiments.set(id, {
      id,
      name,
      captures: Object.fromEntries(captures.map((c) => [c, values[inputs.indexOf(c)]])),
    });
    return body(...values);
  };
}
