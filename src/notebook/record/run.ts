/**
 * `npm run record [-- <chapter>/<name> …] [--browser chromium|firefox|webkit]`: builds the site, presses Run in every
 * installed browser and keeps the results in `notebooks/<chapter>/<name>.recorded/`.
 */
import { execFileSync, spawn } from "node:child_process";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../browsers/free-port.ts";
import { ENGINES, type Engine, findBrowsers, launch } from "../browsers/index.ts";
import { compileBook } from "../compile/book.ts";
import { thisMachine } from "./machine.ts";
import type { NotebookRecord } from "./record.ts";

/** The longest that one notebook may take in one browser. */
const patienceMs = 180_000;
/** Above this load something else is running, and the record would measure it too. */
const quietLoad = 0.7;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: "string", multiple: true } },
});
const root = process.cwd();
const measured = (await compileBook(root))
  .filter(({ experiments }) => experiments.length > 0)
  .map(({ id }) => id);
const unknown = positionals.filter((id) => !measured.includes(id));
if (unknown.length > 0)
  fail(`no notebook with an experiment is called ${unknown.join(", ")}. There are ${measured.join(", ")}.`);
const found = findBrowsers();
const engines = ENGINES.filter(
  (engine) => found[engine] !== null && (values.browser?.includes(engine) ?? true),
);
if (engines.length === 0)
  fail("none of the browsers asked for is installed. Name chromium, firefox or webkit.");

console.log("Building the site.");
execFileSync("npm", ["run", "build"], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, HOT_PATH_RECORDING: "1" },
});
const port = await freePort();
const server = spawn(process.execPath, [join(root, "src/site/serve.ts")], {
  env: { ...process.env, PORT: String(port) },
  stdio: "ignore",
});
try {
  for (const engine of engines)
    for (const id of positionals.length > 0 ? positionals : measured) await record(engine, id);
} finally {
  server.kill();
}

async function record(engine: Engine, id: string): Promise<void> {
  await quiet();
  const browser = await launch(engine);
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/${pageOf(id)}`);
  const within = `hot-notebook[notebook="${id}"]`;
  await page.click({ role: "button", name: "Run", within });
  await page.waitFor(
    `${id} to end in ${engine}`,
    (selector: string) => document.querySelector<HTMLElement>(selector)?.dataset.state !== "running",
    patienceMs,
    within,
  );
  // as text: WebDriver BiDi drops objects that a value contains twice
  const text = await page.evaluate(
    (selector: string) =>
      JSON.stringify((document.querySelector(selector) as unknown as { results: unknown }).results),
    within,
  );
  const results = JSON.parse(text) as NotebookRecord | null;
  const status = await page.evaluate(
    (selector: string) => document.querySelector(selector)?.textContent ?? "",
    `${within} .nb-status`,
  );
  await browser.close();
  if (!results) fail(`${id} in ${engine}: ${status}`);
  const folder = join(root, "notebooks", `${id}.recorded`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${engine}.json`),
    `${JSON.stringify({ ...results, machine: thisMachine() })}\n`,
  );
  const warnings = Object.entries(results.results).flatMap(([name, { warnings }]) =>
    warnings.map(({ code }) => `${name}: ${code}`),
  );
  console.log(
    `Recorded ${id} in ${browser.version}${warnings.length > 0 ? ` (${warnings.join(", ")})` : ""}.`,
  );
}

/** Path below the site's root of the first page that shows a notebook. */
function pageOf(id: string): string {
  const pages = globSync("dist/**/index.html", { cwd: root }).sort((a, b) => b.length - a.length);
  const page = pages.find((path) => readFileSync(join(root, path), "utf8").includes(`notebook="${id}"`));
  if (!page) return fail(`no page shows ${id}. Put <Notebook src="${id}" /> into its chapter.`);
  return page
    .replaceAll("\\", "/")
    .replace(/^dist\//, "")
    .replace(/index\.html$/, "");
}

/** Waits until the machine has nothing else to do. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 60 && loadavg()[0] > quietLoad; ++i) {
    if (i === 0) console.log("Waiting for the machine to become quiet.");
    await new Promise((resolve) => setTimeout(resolve, 5000));
  }
}

function fail(sentence: string): never {
  console.error(`record: ${sentence}`);
  process.exit(1);
}
