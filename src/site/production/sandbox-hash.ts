import { readFileSync } from "node:fs";
import { scriptHash } from "./inline-scripts.ts";

/** Hash of the script in the sandbox's frame, which inherits the page's policy: of the very file that the page puts there. */
export function sandboxHash(): string {
  return scriptHash(readFileSync(new URL("../../notebook/sandbox/boot.js", import.meta.url), "utf8"));
}
