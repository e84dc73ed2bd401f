/** ms that a database may take to open; one that asks its user or hangs counts as absent. */
const PATIENCE_MS = 1000;

/** A database of this name is made and deleted at once: only opening one tells whether it may be opened. */
const DATABASE = "hot-path-probe";

/** Whether this page may open a database (IndexedDB). */
export function opensDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, false);
    try {
      const request = indexedDB.open(DATABASE);
      request.onerror = () => resolve(false);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(DATABASE);
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });
}
