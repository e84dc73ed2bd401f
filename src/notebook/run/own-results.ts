import type { Result } from "../../bench/types.ts";
import type { NotebookRecord } from "../record/record.ts";

/** The reader's own results in one notebook, by experiment. */
export class OwnResults {
  private readonly last = new Map<string, Result>();
  private readonly before = new Map<string, Result[]>();

  of(name: string): { own: Result | null; earlier: Result[] } {
    return { own: this.last.get(name) ?? null, earlier: this.before.get(name) ?? [] };
  }

  /** @param earlier runs that this one was to improve upon by more blocks, oldest first */
  keep(name: string, result: Result, earlier: Result[]): void {
    this.last.set(name, result);
    this.before.set(name, earlier);
  }

  clear(): void {
    this.last.clear();
    this.before.clear();
  }

  /** As Download saves them. */
  record(notebook: string): NotebookRecord {
    const earlier = [...this.before].filter(([, runs]) => runs.length > 0);
    return {
      schema: "hot-path/record.v1",
      notebook,
      recordedAt: new Date().toISOString(),
      machine: null,
      results: Object.fromEntries(this.last),
      ...(earlier.length > 0 && { earlier: Object.fromEntries(earlier) }),
    };
  }
}
