import type { ExperimentElement } from "../../bench/experiment.ts";
import type { Progress, Result, Spec } from "../../bench/types.ts";
import type { Manifest } from "../compile/write.ts";
import { withCard } from "../machine/attach.ts";
import { recordedOf } from "../record/record.ts";
import { missingFor } from "../wasm/missing.ts";
import { pageKernels } from "../wasm/on-page.ts";
import type { HostModule } from "./cell.ts";
import { saveJson } from "./download.ts";
import type { HotNotebook } from "./element.ts";
import { clearFailures, type Place, showFailure } from "./failure.ts";
import { loaders } from "./libraries.ts";
import { locate } from "./locate.ts";
import { withMachineLock } from "./lock.ts";
import { OwnResults } from "./own-results.ts";
import { type CellFailure, type ExperimentCell, isCause, RunningNotebook } from "./running-notebook.ts";
import { carryInputs, readInputs } from "./static-inputs.ts";

/** Progress is shown at most this often, so that drawing it does not disturb what is measured. */
const progressEveryMs = 250;

/** Plays one `<hot-notebook>`: makes its cells live, runs its experiments one after the other, keeps its results. */
export class Player {
  private readonly element: HotNotebook;
  private readonly still: Map<Element, Node[]>;
  private readonly own = new OwnResults();
  private readonly experiments = new Map<string, ExperimentElement>();
  private manifest: Manifest | undefined;
  private running: RunningNotebook | undefined;
  private waking: Promise<void> | undefined;
  private stopping: AbortController | undefined;

  constructor(element: HotNotebook) {
    this.element = element;
    this.still = new Map(
      this.outputs().map((output) => [output, [...output.childNodes].map((node) => node.cloneNode(true))]),
    );
  }

  /** Makes the cells live, once. */
  wake(): Promise<void> {
    this.waking ??= this.start().catch((error) => {
      this.waking = undefined;
      throw error;
    });
    return this.waking;
  }

  /** Runs all experiments, one after the other. */
  run(): Promise<void> {
    return this.takeTurn((signal) => this.measure(signal));
  }

  /** Runs one experiment again, with more blocks. */
  runLonger(name: string): Promise<void> {
    return this.takeTurn((signal) => this.measure(signal, name));
  }

  private async takeTurn(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.stopping) return;
    const stopping = new AbortController();
    this.stopping = stopping;
    clearFailures(this.element);
    this.element.setState(
      "running",
      "Waiting for another run of this book to end; it may be in a tab that you cannot see.",
    );
    try {
      await withMachineLock(stopping.signal, () => task(stopping.signal));
    } catch (error) {
      if (stopping.signal.aborted) this.element.setState("stopped", "Stopped. Nothing of this run was kept.");
      else this.fail(error);
    } finally {
      this.stopping = undefined;
    }
  }

  stop(): void {
    this.stopping?.abort();
  }

  /** Back to what the build rendered; the reader's results on this page are dropped. */
  async reset(): Promise<void> {
    this.stop();
    this.dispose();
    this.own.clear();
    this.experiments.clear();
    this.element.results = null;
    clearFailures(this.element);
    for (const [output, nodes] of this.still)
      output.replaceChildren(...nodes.map((node) => node.cloneNode(true)));
    this.element.setState("idle", "Back to the recorded results.");
  }

  download(): void {
    const { results } = this.element;
    if (results) saveJson(`${results.notebook.replace("/", "-")}.json`, results);
  }

  dispose(): void {
    this.stop();
    this.running?.dispose();
    this.running = undefined;
    this.waking = undefined;
  }

  private async start(): Promise<void> {
    const address = new URL(this.element.dataset.manifest ?? "", document.baseURI);
    this.manifest ??= await load(address);
    const host = (await import(/* @vite-ignore */ new URL(this.manifest.host, address).href)) as {
      default: HostModule;
    };
    const inputs = readInputs(this.outputs());
    const kernels = pageKernels(this.manifest.kernels);
    this.running = new RunningNotebook(host.default, {
      column: this.element,
      roots: new Map(
        this.outputs().map((output) => [Number((output.parentElement as HTMLElement).dataset.cell), output]),
      ),
      load: (library, cell) => kernels(library) ?? this.load(library, cell, address),
      changed: (failures) => this.showFailures(failures),
    });
    await this.running.settled();
    carryInputs(inputs, this.outputs());
  }

  private async load(library: string, cell: ExperimentCell | undefined, address: URL): Promise<unknown> {
    const module = (await loaders[library]()) as typeof import("#bench");
    if (library !== "#bench" || !cell || !this.manifest) return module;
    const { manifest } = this;
    const worker = new URL(manifest.worker ?? "", address);
    const { name, captures, id } = cell;
    const context = () => ({
      name,
      hash: manifest.experiments.find((e) => e.name === name)?.hash ?? "",
      recorded: recordedOf(manifest.recorded, name),
      ...this.own.of(name),
      host: module.browserHost({ start: () => new Worker(worker), captures: { cell: id, values: captures } }),
      finished: (result: Result, earlier: Result[]) => this.own.keep(name, result, earlier),
      runLonger: () => void this.runLonger(name),
    });
    const experiment = (spec: Spec) => {
      const element = module.experiment(spec, context());
      this.experiments.set(name, element);
      return element;
    };
    return { ...module, experiment };
  }

  /** @param longer name of the one experiment to run again, with more blocks */
  private async measure(signal: AbortSignal, longer?: string): Promise<void> {
    await this.wake();
    const failures = (await this.running?.settled()) ?? [];
    if (failures.length > 0) return this.element.setState("error", "A cell has an error.");
    const missing = missingFor(this.manifest?.kernels ?? []);
    if (missing) throw new Error(missing);
    // a page may show the beginning of a notebook only
    const names = (this.manifest?.experiments ?? [])
      .map(({ name }) => name)
      .filter((name) => this.experiments.has(name) && name === (longer ?? name));
    for (const [i, name] of names.entries()) {
      let shown = 0;
      const progress = ({ sentence }: Progress) => {
        if (performance.now() - shown < progressEveryMs) return;
        shown = performance.now();
        this.element.say(names.length > 1 ? `${i + 1} of ${names.length}: ${sentence}` : sentence);
      };
      await this.experiments.get(name)?.run({ signal, progress, longer: name === longer });
    }
    signal.throwIfAborted();
    await drawn();
    const after = (await this.running?.settled()) ?? [];
    if (after.length > 0) return this.element.setState("error", "A cell has an error.");
    if (names.length > 0)
      this.element.results = await withCard(this.element, this.own.record(this.manifest?.id ?? ""));
    this.element.setState(
      "done",
      names.length > 0
        ? "Measured on this machine, just now; recorded results stay beside it."
        : "Computed on this page.",
    );
  }

  /** An error while measuring: in the reader's own cell if the worker says where, else in words. */
  private fail(error: unknown): void {
    const { message, workerStack = "" } = error as Error & { workerStack?: string };
    const { manifest } = this;
    const at = manifest?.worker ? locate(workerStack, manifest.worker, manifest.workerLines) : null;
    if (manifest) showFailure(this.element, manifest, { message, at, cell: null });
    this.element.setState("error", at ? "A cell has an error." : message);
  }

  private showFailures(failures: CellFailure[]): void {
    if (!this.manifest) return;
    clearFailures(this.element);
    for (const { cell, error } of failures.filter(isCause)) {
      const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
      const at: Place | null = locate(stack, this.manifest.host, this.manifest.hostLines);
      showFailure(this.element, this.manifest, { message, at, cell: cell.id });
    }
    if (failures.length > 0) this.element.setState("error", "A cell has an error.");
  }

  private outputs(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(".nb-cell > .nb-output")];
  }
}

async function load(address: URL): Promise<Manifest> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${address.pathname}`);
  return response.json();
}

/** Resolves after the runtime, which computes once a frame, has drawn what follows from a new value. */
async function drawn(): Promise<void> {
  for (let i = 0; i < 3; ++i) await new Promise((resolve) => requestAnimationFrame(resolve));
}
