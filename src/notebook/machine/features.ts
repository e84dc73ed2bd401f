import type { Features } from "../../bench/machine/card.ts";
import { lacking } from "../needs/lacking.ts";

/** What this page may use. Never throws: what fails is absent. */
export async function probeFeatures(): Promise<Features> {
  const lacks = await lacking(["simd", "isolation", "opfs", "indexeddb"]);
  return {
    simd: !lacks.has("simd"),
    sharedMemory: !lacks.has("isolation"),
    opfs: !lacks.has("opfs"),
    indexedDb: !lacks.has("indexeddb"),
  };
}
