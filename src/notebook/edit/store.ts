import { isSame, type KeptEdit, parseEdits } from "./kept-edit.ts";
import { storageKey } from "./key.ts";

/** What a store needs of localStorage. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * The edits of one notebook on this device. Every change is written at once, so that nothing waits to be lost; where
 * the browser keeps nothing, they stay in memory for as long as the page does, and `problem` says so.
 */
export class EditStore {
  private readonly key: string;
  private readonly shelf: Shelf | null;
  private readonly listeners = new Set<() => void>();
  private memory: KeptEdit[] = [];

  /** Why edits will not outlive the page, in a sentence; null as long as they will. */
  problem: string | null = null;

  /** @param shelf null where storage may not even be touched */
  constructor(notebook: string, shelf: Shelf | null) {
    this.key = storageKey(notebook);
    this.shelf = shelf;
    if (!shelf) this.problem = BLOCKED;
  }

  all(): readonly KeptEdit[] {
    if (!this.shelf || this.problem) return this.memory;
    try {
      this.memory = parseEdits(this.shelf.getItem(this.key) ?? "[]");
    } catch {
      this.problem = BLOCKED;
    }
    return this.memory;
  }

  /** Keeps an edit in place of the one of the same cell and version. */
  put(edit: KeptEdit): void {
    this.write([...this.all().filter((kept) => !isSame(kept, edit)), edit]);
  }

  remove(edit: KeptEdit): void {
    this.write(this.all().filter((kept) => !isSame(kept, edit)));
  }

  /** Calls back after every change, by whoever made it. Returns how to stop that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Tells everybody that what is kept may have changed. */
  notify(): void {
    for (const listener of this.listeners) listener();
  }

  private write(edits: KeptEdit[]): void {
    this.memory = edits;
    try {
      if (edits.length > 0) this.shelf?.setItem(this.key, JSON.stringify(edits));
      else this.shelf?.removeItem(this.key);
    } catch (error) {
      this.problem = (error as Error).name === "SecurityError" ? BLOCKED : FULL;
    }
    this.notify();
  }
}

const CONSEQUENCE =
  "so your changes last only until this page is closed or loaded again. Copy what you want to keep.";
const BLOCKED = `This browser does not let the site keep anything, ${CONSEQUENCE}`;
const FULL = `The space that this browser gives the site is full, ${CONSEQUENCE}`;

const stores = new Map<string, EditStore>();

/** The store of a notebook, one for all of its places on the page; it hears of changes made in other tabs. */
export function storeOf(notebook: string): EditStore {
  const known = stores.get(notebook);
  if (known) return known;
  const store = new EditStore(notebook, localShelf());
  stores.set(notebook, store);
  addEventListener("storage", ({ key }) => {
    if (key === null || key === storageKey(notebook)) store.notify();
  });
  return store;
}

function localShelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
