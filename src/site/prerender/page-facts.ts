import { gzipSync } from "node:zlib";
import { addressesIn } from "../offline/build/references.ts";
import { type PageScripts, pageScripts } from "../production/inline-scripts.ts";

/** What the steps after rendering have to know of a page, so that it is read once. */
export interface PageFacts extends PageScripts {
  /** what may be the address of another file */
  addresses: string[];
  /** of the page as a network with gzip carries it */
  gzipBytes: number;
}

/** Reads a page as it was rendered. */
export function pageFacts(html: string): PageFacts {
  return { ...pageScripts(html), addresses: addressesIn(html), gzipBytes: gzipSync(html).length };
}
