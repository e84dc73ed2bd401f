import type { Features } from "../../bench/machine/card.ts";
import { probes } from "../wasm/missing.ts";

/** ms that a database may take to open; one that asks its user or hangs counts as absent. */
const PATIENCE_MS = 1000;

/** A database of this name is made and deleted at once: only opening one tells whether it may be opened. */
const DATABASE = "hot-path-probe";

/** What this page may use. Never throws: what fails is absent. */
export async function probeFeatures(): Promise<Features> {
  const [opfs, indexedDb] = await Promise.all([hasOpfs(), hasIndexedDb()]);
  return { simd: hasSimd(), sharedMemory: hasSharedMemory(), opfs, indexedDb };
}

function hasSimd(): boolean {
  return typeof WebAssembly === "object" && WebAssembly.validate(probes.simd);
}

function hasSharedMemory(): boolean {
  try {
    return new SharedArrayBuffer(8).byteLength === 8;
  } catch {
    // unknown to this browser, or to a page that is not isolated
    return false;
  }
}

/** The property exists in private windows of some browsers where the call is refused. */
async function hasOpfs(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    return false;
  }
}

function hasIndexedDb(): Promise<boolean> {
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
