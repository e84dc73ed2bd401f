import type { Entry } from "./entry.ts";
import { type Step, steps, upgraded, versionOf } from "./version.ts";

/**
 * IndexedDB keeps the journal: a write is there as a whole or not at all, whatever happens to the page or to other tabs, and one that
 * was reported as done has been flushed (`durability: "strict"`). localStorage has neither transactions nor more than 5 MB.
 */
const NAME = "hot-path-study";
const ENTRIES = "entries";
const BY_ITEM = "item";

/** What a journal needs of the place where it is kept. */
export interface Shelf {
  /** Entries of a page, of everything unless given. */
  read(page?: string): Promise<Entry[]>;
  /** Adds those that are not there yet, all of them or none. Gives those that were added. */
  add(entries: readonly Entry[]): Promise<Entry[]>;
  erase(): Promise<void>;
}

/** Opens the database of this device, and brings it to the newest version. Rejects with what the browser says. */
export async function openShelf(changes: readonly Step[] = steps): Promise<Shelf> {
  const database = await open(changes);
  let isOld = false;
  // makes way for a newer version of the book in another tab
  database.onversionchange = () => {
    isOld = true;
    database.close();
  };
  const store = (mode: IDBTransactionMode) => {
    if (isOld) throw new DOMException("", "VersionError");
    return database.transaction(ENTRIES, mode, { durability: "strict" }).objectStore(ENTRIES);
  };
  return {
    read: async (page) => {
      const entries = store("readonly");
      if (page === undefined) return answer(entries.getAll());
      return answer(entries.index(BY_ITEM).getAll(IDBKeyRange.bound(`${page}#`, `${page}#\uffff`)));
    },
    add: async (entries) => {
      const all = store("readwrite");
      const done = completed(all.transaction);
      const asked = entries.map((entry) => answer(all.getKey(entry.id)));
      const known = await Promise.all(asked);
      const added = entries.filter((_, i) => known[i] === undefined);
      for (const entry of added) all.put(entry);
      await done;
      return added;
    },
    erase: async () => {
      const all = store("readwrite");
      all.clear();
      return completed(all.transaction);
    },
  };
}

function open(changes: readonly Step[]): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = globalThis.indexedDB.open(NAME, versionOf(changes));
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0)
        request.result.createObjectStore(ENTRIES, { keyPath: "id" }).createIndex(BY_ITEM, "item");
      // an error in a step aborts the transaction, which leaves everything as it was
      else upgradeAll(request.transaction as IDBTransaction, oldVersion, changes);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException("", "BlockedError"));
  });
}

function upgradeAll(transaction: IDBTransaction, from: number, changes: readonly Step[]): void {
  transaction.objectStore(ENTRIES).openCursor().onsuccess = (event) => {
    const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    cursor.update(upgraded(cursor.value, from, changes));
    cursor.continue();
  };
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function completed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
