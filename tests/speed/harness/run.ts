/**
 * `npm run bench harness -- [--engine chromium] [--plain] [--same 420] [--five-percent 100] [--half-percent 100] [--bias 20]
 * [--busy 48] [--range 12] [--longer 12] [--longer-half-percent 24] [--contamination 12] [--rivals-same 80] [--rivals-five-percent 40]`: the harness and its
 * rivals against truth, in a real browser. Every comparison is appended to
 * `content/acceptance/<engine>-<isolated|plain>.jsonl`, so that a run can be continued; without a count nothing is measured
 * and the table of everything recorded is printed. `--folder` records elsewhere, for a look before a change.
 */
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Engine, launch } from "../../../src/notebook/browsers/index.ts";
import { readAcceptance, type Trial } from "../../../src/site/acceptance/lines.ts";
import { tableOf } from "../../../src/site/acceptance/table.ts";
import { watchOthers } from "./others.ts";
import { askable, trials } from "./sample.ts";
import { serveHarness } from "./serve.ts";

/** Part of one core that other programs, the hogs not counted, may use beside a comparison. */
const QUIET = 0.05;

const number = { type: "string" } as const;
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "chromium" },
    plain: { type: "boolean", default: false },
    folder: {
      type: "string",
      default: fileURLToPath(new URL("../../../content/acceptance/", import.meta.url)),
    },
    ...Object.fromEntries(askable.map((name) => [name, number])),
  },
});
const asked = values as Record<string, string | boolean>;
const counts = Object.fromEntries(askable.map((test) => [test, Number(asked[test] ?? 0)]));
const file = `${values.folder}/${values.engine}-${values.plain ? "plain" : "isolated"}.jsonl`;
mkdirSync(`${values.folder}`, { recursive: true });
const done = new Set(existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(keyOf) : []);
const todo = trials(counts).filter((trial) => !done.has(keyOf(JSON.stringify(trial))));
if (todo.length > 0) await measureAll(todo);
for (const line of tableOf(readAcceptance(`${values.folder}`)).flatMap(({ title, rows }) => [
  `\n${title}`,
  ...rows.map(({ what, found, target }) => `  ${what}: ${found}${target && ` (${target})`}`),
]))
  console.log(line);

async function measureAll(todo: Trial[]): Promise<void> {
  const { address, server } = await serveHarness(!values.plain);
  const browser = await launch(values.engine as Engine);
  const page = await browser.newPage();
  await page.goto(address);
  const measure = (trial: Trial) =>
    page.evaluate(
      (trial: Trial) =>
        (globalThis as unknown as { trial: (trial: Trial) => Promise<unknown> })
          .trial(trial)
          .then((compared) => JSON.stringify(compared)),
      trial,
    );
  for (const trial of todo) {
    const hogs = Array.from({ length: trial.busy ?? 0 }, () => spawn(process.execPath, ["-e", "for (;;);"]));
    try {
      const text = await undisturbed(() => measure(trial));
      appendFileSync(file, `${JSON.stringify({ ...trial, ...JSON.parse(text) })}\n`);
    } finally {
      for (const hog of hogs) hog.kill("SIGKILL");
    }
  }
  await browser.close();
  server.close();
}

/** Measures once the machine is quiet, and again while it was not quiet meanwhile. */
async function undisturbed(measure: () => Promise<string>): Promise<string> {
  for (;;) {
    const others = watchOthers();
    const text = await measure();
    if (others() <= QUIET) return text;
    await quiet();
  }
}

/** Resolves after a second in which other programs did nothing to speak of. */
async function quiet(): Promise<void> {
  for (let others = watchOthers(), part = 1; part > QUIET; part = others(), others = watchOthers())
    await new Promise((resolve) => setTimeout(resolve, 1000));
}

/** What tells one trial of a file from another. */
function keyOf(line: string): string {
  const { test, seed, tool = "" } = JSON.parse(line) as Trial;
  return `${test} ${seed} ${tool}`;
}
