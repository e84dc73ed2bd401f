import { isStale } from "../../bench/experiment/settings.ts";
import type { Manifest } from "../compile/write.ts";
import { type Editing, editingOf } from "../edit/editing.ts";
import type { Edits } from "../edit/edits.ts";
import type { SandboxedRun } from "../edit/sandboxed-run.ts";
import { withCard } from "../machine/attach.ts";
import { RunNeeds } from "../needs/run-needs.ts";
import type { Shared } from "../share/shared.ts";
import { saveJson } from "./download.ts";
import type { HotNotebook } from "./element.ts";
import { clearFailures } from "./failures/failure.ts";
import { showCellErrors, showRunError } from "./failures/show.ts";
import { LiveNotebook } from "./live-notebook.ts";
import { withMachineLock } from "./lock.ts";
import { manifestAddress, manifestOf } from "./manifest.ts";
import { measure } from "./measure.ts";
import { OwnResults } from "./own-results.ts";
import { Still } from "./still.ts";

const measured = "Measured on this machine, just now; recorded results stay beside it.";

/** Plays one `<hot-notebook>`: makes its cells live, runs its experiments one after the other, keeps its results. */
export class Player {
  private readonly element: HotNotebook;
  private readonly still: Still;
  private readonly own = new OwnResults();
  private readonly editing: Editing;
  private manifest: Manifest | undefined;
  private needs: RunNeeds | undefined;
  private live: LiveNotebook | undefined;
  private waking: Promise<LiveNotebook> | undefined;
  private stopping: AbortController | undefined;

  constructor(element: HotNotebook) {
    this.element = element;
    this.still = new Still(this.outputs());
    this.editing = editingOf(element);
  }

  /** Texts of cells that stand in the place of the notebook's own: what Run would measure. */
  edits(): Edits {
    return this.editing.draft.edits();
  }

  /**
   * Puts the edits of a link in force for this page view. Nothing runs, and the reader's own edits stay kept.
   * @throws RangeError for a cell that cannot be edited
   */
  async tryEdits(edits: Edits): Promise<void> {
    this.editing.draft.tryEdits(edits);
  }

  /** Makes the cells live, once. */
  wake(): Promise<LiveNotebook> {
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

  stop(): void {
    this.stopping?.abort();
  }

  /** Back to what the build rendered, and to the code from before the edits in force. */
  async reset(): Promise<void> {
    this.dispose();
    const undoEdits = this.editing.draft.reset();
    const undoResults = this.own.clear();
    this.element.results = null;
    clearFailures(this.element);
    this.still.restore();
    const code = this.edits().size > 0 ? "your own code" : "the book’s code";
    this.element.setState("idle", `Back to ${undoEdits ? `${code} and ` : ""}the recorded results.`);
    if (!undoEdits && !undoResults) return;
    this.editing.offerUndo(() => {
      undoEdits?.();
      undoResults?.();
      void this.comeBack();
    });
  }

  download(): void {
    const { results } = this.element;
    if (results) saveJson(`${results.notebook.replace("/", "-")}.json`, results);
  }

  dispose(): void {
    this.stop();
    this.live?.dispose();
    this.live = undefined;
    this.waking = undefined;
  }

  private async start(): Promise<LiveNotebook> {
    const manifest = await manifestOf(this.element);
    this.manifest = manifest;
    const needs = await RunNeeds.of(manifest);
    this.needs = needs;
    this.live = await LiveNotebook.start({
      column: this.element,
      outputs: this.outputs(),
      manifest,
      address: manifestAddress(this.element),
      own: this.own,
      excuses: (cell) => needs.excuses(cell),
      showRecorded: (output) => this.still.restoreOne(output),
      changed: (failures) => showCellErrors(this.element, failures, manifest),
      evaluated: () => this.sayIfStale(),
      runLonger: (name) => void this.takeTurn((signal) => this.measure(signal, name)),
    });
    return this.live;
  }

  /** Shows again what a reset had taken away. */
  private async comeBack(): Promise<void> {
    await this.wake();
    this.element.results = this.own.record(this.manifest?.id ?? "");
    this.element.setState(this.element.results ? "done" : "idle", "The reset is undone.");
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
      else await showRunError(this.element, error, this.manifest, this.editing);
    } finally {
      this.stopping = undefined;
    }
  }

  /** Opens or closes the panel with everything that can be taken elsewhere. */
  async share(): Promise<void> {
    const { toggleShare } = await import("../share/panel/panel.ts");
    await toggleShare(this.element, () => this.shared());
  }

  /** The notebook as it stands now, for others to have. */
  async shared(): Promise<Shared> {
    const live = await this.wake();
    return { ...live.shared(), edits: this.edits() };
  }

  /** An input has changed, perhaps while the run went on, or was set back. */
  private sayIfStale(): void {
    if (this.element.dataset.state !== "done") return;
    const stale = [...(this.live?.experiments.values() ?? [])].some(({ value }) => isStale(value));
    this.element.say(stale ? "The inputs have changed since: Run measures with those set now." : measured);
  }

  /** @param longer name of the one experiment to run again, with more blocks */
  private async measure(signal: AbortSignal, longer?: string): Promise<void> {
    const live = await this.wake();
    const manifest = await manifestOf(this.element);
    if (await this.hasFailed(live)) return;
    const wanted = manifest.experiments.filter(
      (experiment) =>
        experiment.name === (longer ?? experiment.name) && !this.needs?.stops(experiment, this.edits()),
    );
    const sandboxed = await this.readEdits(live, manifest, signal, longer);
    try {
      if (await this.hasFailed(live)) return;
      // a page may show the beginning of a notebook only
      const experiments = wanted.flatMap(({ name }) => live.experiments.get(name) ?? []);
      const say = (sentence: string) => this.element.say(sentence);
      await measure(experiments, { signal, longer: longer !== undefined, say });
      const record = this.own.record(manifest.id);
      if (record) this.element.results = await withCard(this.element, record);
      if (await this.hasFailed(live)) return;
      if (experiments.length > 0) {
        this.element.setState("done", measured);
        this.sayIfStale();
      } else if (manifest.experiments.some((experiment) => this.needs?.stops(experiment, this.edits()))) {
        const { showNotice } = await import("../needs/notice.ts");
        await showNotice(this.element);
        this.element.setState("idle", "Nothing was measured, for the reason below.");
      } else this.element.setState("done", "Computed on this page.");
    } catch (error) {
      throw sandboxed?.explain(error) ?? error;
    } finally {
      sandboxed?.close();
    }
  }

  /** Has the sandbox read what the reader changed, and puts that in place on the page. */
  private async readEdits(
    live: LiveNotebook,
    manifest: Manifest,
    signal: AbortSignal,
    only?: string,
  ): Promise<SandboxedRun | null> {
    const edits = this.edits();
    if (edits.size > 0) this.element.say("Reading the changed code in the sandbox.");
    else if (!live.isEdited) return null;
    const { readEdits } = await import("../edit/edited-run.ts");
    const worker = new URL(manifest.worker ?? "", manifestAddress(this.element));
    return readEdits(live, { manifest, worker, edits, only, signal });
  }

  private async hasFailed(live: LiveNotebook): Promise<boolean> {
    const failures = await live.settled();
    if (failures.length > 0) this.element.setState("error", "A cell has an error.");
    return failures.length > 0;
  }

  private outputs(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>(".nb-cell > .nb-output")];
  }
}

/** Opens a link to a notebook. By this way, because each file that the element names would weigh on every page. */
export async function openLink(fragment: string): Promise<void> {
  const { openLink } = await import("../share/open/open.ts");
  await openLink(fragment);
}
