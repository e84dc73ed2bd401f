/**
 * `npm run bench harness -- [--engine chromium] [--plain] [--same 420] [--five-percent 100] [--half-percent 100] [--bias 20]`:
 * the harness against truth, in a real browser. Every comparison is appended to `recorded/<engine>-<isolated|plain>.jsonl`,
 * so that a run can be continued; `node tests/speed/harness/table.ts` prints the table of all of them.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Engine, launch } from "../../../src/notebook/browsers/index.ts";
import type { Compared } from "./page.ts";
import { type Test, trials } from "./sample.ts";
import { serveHarness } from "./serve.ts";

const number = { type: "string" } as const;
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "chromium" },
    plain: { type: "boolean", default: false },
    same: number,
    "five-percent": number,
    "half-percent": number,
    bias: number,
  },
});
const counts = Object.fromEntries(
  (["same", "five-percent", "half-percent", "bias"] as Test[]).map((test) => [
    test,
    Number(values[test] ?? 0),
  ]),
);
const folder = fileURLToPath(new URL("recorded/", import.meta.url));
const file = `${folder}${values.engine}-${values.plain ? "plain" : "isolated"}.jsonl`;
mkdirSync(folder, { recursive: true });
const done = new Set(
  (existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : []).map((line) =>
    key(JSON.parse(line || "{}")),
  ),
);

const { address, server } = await serveHarness(!values.plain);
const browser = await launch(values.engine as Engine);
const page = await browser.newPage();
await page.goto(address);
for (const trial of trials(counts)) {
  if (done.has(key(trial))) continue;
  const text = await page.evaluate(
    (pair: unknown, seed: number, withShot: boolean) =>
      (globalThis as unknown as { trial: (...args: unknown[]) => Promise<Compared> })
        .trial(pair, seed, withShot)
        .then((compared) => JSON.stringify(compared)),
    trial.pair,
    trial.seed,
    trial.test === "bias",
  );
  appendFileSync(file, `${JSON.stringify({ ...trial, ...JSON.parse(text) })}\n`);
}
await browser.close();
server.close();
await import("./table.ts");

function key({ test, seed }: { test?: string; seed?: number }): string {
  return `${test} ${seed}`;
}
