import type { Edits } from "./edits.ts";
import type { KeptEdit } from "./kept-edit.ts";
import type { EditStore } from "./store.ts";

/** A cell that a reader may change. */
export interface EditableCell {
  id: number;
  /** hash of its text in the book */
  version: string;
  /** what it declares, by which the reader knows it: "sumAbove" */
  name: string;
}

/** Takes back what was done. */
export type Undo = () => void;

/**
 * What one notebook on a page would run: the reader's own edits, which the device keeps, or for this page view those of a
 * link. It knows nothing of how code is shown.
 */
export class Draft {
  readonly cells: ReadonlyMap<number, EditableCell>;
  private readonly store: EditStore;
  private originals: Edits = new Map();
  /** of a link; null while the reader's own are in force */
  private shared: Edits | null = null;

  constructor(cells: readonly EditableCell[], store: EditStore) {
    this.cells = new Map(cells.map((cell) => [cell.id, cell]));
    this.store = store;
  }

  /** Tells the texts that the book has, so that a cell changed back to them counts as not changed. */
  know(originals: Edits): void {
    this.originals = originals;
  }

  /** Why edits will not outlive the page, in a sentence. */
  get problem(): string | null {
    return this.store.problem;
  }

  get isShared(): boolean {
    return this.shared !== null;
  }

  /** What is in force. */
  edits(): Edits {
    return this.shared ?? this.own();
  }

  /** Calls back after every change. */
  subscribe(listener: () => void): () => void {
    return this.store.subscribe(listener);
  }

  /** The reader changes a cell. Edits of a link that were in force become the reader's own by that. */
  write(cell: number, text: string): void {
    if (this.shared) this.adopt(this.shared);
    this.keep(cell, text);
  }

  /** Puts the edits of a link in force, for this page view only; what the reader keeps is not touched. */
  tryEdits(edits: Edits): void {
    const stranger = [...edits.keys()].find((id) => !this.cells.has(id));
    if (stranger !== undefined)
      throw new RangeError(`this notebook has no cell ${stranger} that can be edited`);
    this.shared = edits;
    this.store.notify();
  }

  /**
   * Takes back the changes of one cell, or of all: of a link if one is in force, else the reader's own.
   * Returns how to undo that; null if nothing was changed.
   */
  reset(cell?: number): Undo | null {
    const { shared } = this;
    const touched = [...this.edits().keys()].filter((id) => id === (cell ?? id));
    if (touched.length === 0 && !shared) return null;
    if (shared) {
      this.shared = cell === undefined ? null : without(shared, cell);
      this.store.notify();
      return () => this.tryEdits(shared);
    }
    const taken = touched.flatMap((id) => this.current(id) ?? []);
    for (const edit of taken) this.store.remove(edit);
    return () => {
      for (const edit of taken) this.store.put(edit);
    };
  }

  /** Edits of earlier versions of a cell, and those that gave way to others: offered, newest first. */
  earlier(): KeptEdit[] {
    const offered = this.store.all().filter((edit) => !this.isCurrent(edit));
    return offered.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Puts an earlier edit in force; the one that it displaces is kept and offered in turn. */
  use(edit: KeptEdit): void {
    if (this.shared) this.adopt(this.shared);
    this.setAside(edit.cell, edit.text);
    this.store.remove(edit);
    this.keep(edit.cell, edit.text);
  }

  discard(edit: KeptEdit): void {
    this.store.remove(edit);
  }

  private own(): Edits {
    const current = this.store.all().filter((edit) => this.isCurrent(edit));
    return new Map(current.map(({ cell, text }) => [cell, text]));
  }

  private current(id: number): KeptEdit | undefined {
    return this.store.all().find((edit) => edit.cell === id && this.isCurrent(edit));
  }

  private isCurrent({ cell, version, aside }: KeptEdit): boolean {
    return !aside && this.cells.get(cell)?.version === version;
  }

  private adopt(shared: Edits): void {
    this.shared = null;
    for (const id of this.cells.keys()) this.setAside(id, shared.get(id) ?? this.originals.get(id));
    for (const [id, text] of shared) this.keep(id, text);
  }

  /** Makes room for another text of a cell without losing the one that is there. */
  private setAside(id: number, next: string | undefined): void {
    const edit = this.current(id);
    if (!edit || edit.text === next) return;
    this.store.remove(edit);
    this.store.put({ ...edit, aside: true });
  }

  private keep(cell: number, text: string): void {
    const version = this.cells.get(cell)?.version ?? "";
    const edit: KeptEdit = { cell, version, text, at: new Date().toISOString(), aside: false };
    if (text === this.originals.get(cell)) this.store.remove(edit);
    else this.store.put(edit);
  }
}

function without(edits: Edits, cell: number): Edits {
  return new Map([...edits].filter(([id]) => id !== cell));
}
