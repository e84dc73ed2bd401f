/**
 * `npm run claims [-- <chapter>/<name> …] [--browser chromium|firefox|webkit]`: runs every experiment that claims something
 * in every installed browser, prints what became of each claim and keeps it in `content/claims.json`.
 * Waits until the machine has nothing else to do; `--now` does not.
 */
import { parseArgs } from "node:util";
import { chooseEngines, leftOut } from "../record/choose.ts";
import { formatTable } from "./format-table.ts";
import { runClaims } from "./run-claims.ts";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: "string", multiple: true }, now: { type: "boolean" } },
  });
  const { browser, now = false } = values;
  const engines = chooseEngines(browser);
  for (const line of leftOut(browser)) console.log(line);
  const runs = await runClaims(process.cwd(), { asked: positionals, engines, now });
  console.log(`\n${formatTable(runs)}`);
} catch (error) {
  console.error(`claims: ${(error as Error).message}`);
  process.exitCode = 1;
}
