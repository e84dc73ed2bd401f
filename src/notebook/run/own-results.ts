import type { FinishedRun } from "../../bench/experiment/experiment.ts";
import type { Edits } from "../edit/edits.ts";
import type { NotebookRecord } from "../record/record.ts";

/** What the reader measured of one experiment. */
export interface OwnResult extends FinishedRun {
  /** cells that the reader had changed among those that were measured */
  edits: Edits;
}

/** The reader's own results in one notebook, by experiment. */
export class OwnResults {
  private kept = new Map<string, OwnResult>();

  of(name: string): OwnResult | undefined {
    return this.kept.get(name);
  }

  keep(name: string, result: OwnResult): void {
    this.kept.set(name, result);
  }

  /** Every cell that the reader had changed for one of the results. */
  edits(): Edits {
    return new Map([...this.kept.values()].flatMap(({ edits }) => [...edits]));
  }

  /** Forgets all results; returns how to have them back, or null if there were none. */
  clear(): (() => void) | null {
    const { kept } = this;
    this.kept = new Map();
    if (kept.size === 0) return null;
    return () => {
      this.kept = kept;
    };
  }

  /** As Download saves them; null before the first. */
  record(notebook: string): NotebookRecord | null {
    if (this.kept.size === 0) return null;
    const earlier = this.all(({ earlier }) => (earlier.length > 0 ? earlier : null));
    const inputs = this.all(({ ownInputs }) => (Object.keys(ownInputs).length > 0 ? ownInputs : null));
    const edits = this.all(({ edits }) => (edits.size > 0 ? Object.fromEntries(edits) : null));
    return {
      schema: "hot-path/record.v1",
      notebook,
      recordedAt: new Date().toISOString(),
      machine: null,
      results: this.all(({ own }) => own) ?? {},
      ...(earlier && { earlier }),
      ...(inputs && { inputs }),
      ...(edits && { edits }),
    };
  }

  /** One part of every result that has it, by experiment; null if none has. */
  private all<T>(part: (own: OwnResult) => T | null): Record<string, T> | null {
    const parts = [...this.kept].flatMap(([name, own]) => {
      const value = part(own);
      return value === null ? [] : [[name, value] as const];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : null;
  }
}
