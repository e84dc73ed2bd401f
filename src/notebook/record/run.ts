/**
 * `npm run record [-- <chapter>/<name> …] [--browser chromium|firefox|webkit]`: builds the site, presses Run in every
 * installed browser and keeps the results in `notebooks/<chapter>/<name>.recorded/`.
 * `npm run record -- --native [<chapter> …]`: compiles and runs the chapter's native programs, as their `runs.yaml` says,
 * and keeps what they print beside them.
 * Both wait until the machine has nothing else to do; `--now` does not.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { chooseEngines, chooseIds, leftOut } from "./choose.ts";
import { declaredNative } from "./native/declared.ts";
import { thisSystem } from "./native/facilities.ts";
import { recordNative } from "./native/record-native.ts";
import { recordInBrowsers } from "./record-in-browsers.ts";
import { quiet } from "./served-book.ts";

const root = process.cwd();

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: "string", multiple: true },
      native: { type: "boolean" },
      now: { type: "boolean" },
    },
  });
  const { browser, native = false, now = false } = values;
  if (native) await runNative(positionals, now);
  else {
    const engines = chooseEngines(browser);
    for (const line of leftOut(browser)) console.log(line);
    await recordInBrowsers(root, { asked: positionals, engines, now });
  }
} catch (error) {
  console.error(`record: ${(error as Error).message}`);
  process.exitCode = 1;
}

async function runNative(asked: string[], now: boolean): Promise<void> {
  const declared = declaredNative(root);
  const chapters = chooseIds(
    asked.map((name) => name.split("/")[0]),
    declared.map(({ chapter }) => chapter),
    "chapter with native programs",
  );
  if (!now) await quiet();
  for (const programs of declared.filter(({ chapter }) => chapters.includes(chapter))) {
    // the first core also serves the system's own interrupts
    const { recorded, refused } = recordNative(root, programs, thisSystem(), cpus().length - 1);
    for (const file of recorded) console.log(`Recorded ${file}.`);
    for (const line of refused) console.error(line);
    if (refused.length > 0) process.exitCode = 1;
  }
}
