import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLAIMS_FILE, type ClaimRun, parseClaims } from "../../../notebook/claims/claim-runs.ts";
import { stop } from "../../book/load-book.ts";

/** What was found when claims were last run; nothing if they never were. Ends the build with one line if the file is broken. */
export function loadClaims(root: string): ClaimRun[] {
  const path = join(root, CLAIMS_FILE);
  if (!existsSync(path)) return [];
  try {
    return parseClaims(readFileSync(path, "utf8"));
  } catch (error) {
    return stop([`${CLAIMS_FILE}: ${(error as Error).message}. Write it anew: npm run claims.`]);
  }
}
