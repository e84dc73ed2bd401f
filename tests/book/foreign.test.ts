import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseResult } from "../../src/bench/schema/validate.ts";
import type { Page } from "../../src/notebook/browsers/index.ts";
import { book, inEveryEngine, RUN_MS } from "./page.ts";

/** A page of somebody else: two sums, measured by the module that it imports from the book. */
const script = (spec: string) => `
import { measure, describeVerdict } from "${book}lib/bench.js";
const outer = 3;
const spec = ${spec};
try {
  const result = await measure(spec, { seed: 1, blocks: 6 });
  window.outcome = JSON.stringify({ result, sentence: result.comparisons.map((c) => describeVerdict(c, 0.03))[0] });
} catch (error) {
  window.outcome = JSON.stringify({ error: error.name + ": " + error.message });
}`;

const sums = `{
  id: "sums",
  params: { n: 2000 },
  setup: ({ n, random }) => Float64Array.from({ length: n }, random),
  variants: {
    once(numbers) { let sum = 0; for (const x of numbers) sum += x; return sum; },
    twice: (numbers) => { let sum = 0; for (let i = 0; i < 2; ++i) for (const x of numbers) sum += x; return sum / 2; },
  },
  check: (value, numbers) => Math.abs(value - numbers.reduce((a, b) => a + b)) < 1e-6,
}`;
/** One call of each other shape, as small as it may be; the page keeps the kinds of the results that were read back. */
const shapes = `
import { measure, parseResult } from "${book}lib/bench.js";
const variants = { a: (n) => { let x = 0; for (let i = 0; i < n; ++i) x = (x + (i ^ x)) | 0; return x; } };
const setup = ({ n = 1000 }) => n;
const kinds = [];
try {
  for (const shape of [
    { sweep: { n: [100, 1000] } },
    { parallel: { workers: [1, 2], ms: 80 } },
    { latencies: { ms: 50 } },
    { timeline: { ms: 50, binMs: 5 } },
  ]) {
    const result = await measure({ ...shape, setup, variants }, { seed: 1, blocks: 2, budgetMs: 1000 });
    kinds.push(parseResult(JSON.parse(JSON.stringify(result))).kind);
  }
  window.outcome = JSON.stringify({ kinds });
} catch (error) {
  window.outcome = JSON.stringify({ error: error.name + ": " + error.message });
}`;
const forgetful = "{ variants: { a: () => outer, b: () => 3 } }";

/** Addresses of the other site, by what the page measures and the headers it has. */
const sites: Record<string, { spec?: string; headers: Record<string, string> }> = {
  "/isolated": {
    spec: sums,
    headers: {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    },
  },
  "/strict": {
    spec: sums,
    headers: { "Content-Security-Policy": policy("blob:") },
  },
  "/closed": { spec: sums, headers: { "Content-Security-Policy": policy("'none'") } },
  "/shapes": { headers: {} },
  "/forgetful": { spec: forgetful, headers: {} },
};

function policy(workers: string): string {
  return `default-src 'none'; script-src 'self' ${new URL(book).origin}; worker-src ${workers}`;
}

const site = createServer(({ url = "" }, response) => {
  const found = sites[url.replace(".js", "")];
  if (!found) return response.writeHead(404).end();
  if (url.endsWith(".js")) {
    const code = found.spec ? script(found.spec) : shapes;
    response.writeHead(200, { "Content-Type": "text/javascript" }).end(code);
    return;
  }
  const html = `<!doctype html><meta charset="utf-8"><title>Elsewhere</title><script type="module" src="${url}.js"></script>`;
  response.writeHead(200, { "Content-Type": "text/html", ...found.headers }).end(html);
});
let elsewhere = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  elsewhere = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
});

async function outcome(page: Page, path: string) {
  await page.goto(elsewhere + path);
  const text = await page.waitFor<string, []>(
    `the page ${path} to end`,
    () => (window as unknown as { outcome: string }).outcome,
    RUN_MS,
  );
  return JSON.parse(text) as { result?: unknown; sentence?: string; error?: string; kinds?: string[] };
}

describe("a page of another site", () => {
  inEveryEngine((open) => {
    test.for(["/isolated", "/strict"])("%s imports the harness and gets a verdict", async (path) => {
      const page = await open("404.html");
      const { result, sentence, error } = await outcome(page, path);
      expect(error).toBeUndefined();
      const { comparisons, environment, harness, bench } = parseResult(result);
      expect(["faster", "slower", "same", "unclear"]).toContain(comparisons[0].verdict);
      expect(sentence).toMatch(/once|twice/);
      expect(comparisons[0].ratio).toBeGreaterThan(1);
      expect(harness.blocks).toBe(6);
      expect(bench.params).toEqual({ n: 2000 });
      expect(environment.isolated).toBe(path === "/isolated");
    });

    test("gets sweeps, parallel runs, latencies and timelines as well", async () => {
      const page = await open("404.html");
      const { kinds, error } = await outcome(page, "/shapes");
      expect(error).toBeUndefined();
      expect(kinds).toEqual(["sweep", "parallel", "latencies", "timeline"]);
    });

    test("that lets no worker start is told what to add to its policy", async () => {
      const page = await open("404.html");
      const { error } = await outcome(page, "/closed");
      expect(error).toMatch(/^WorkerError: .*add: worker-src blob:/);
    });

    test("that uses an outer name in a variant is told to pass it", async () => {
      const page = await open("404.html");
      const { error } = await outcome(page, "/forgetful");
      expect(error).toMatch(/^ReferenceError: outer is not known in the worker\..*pass outer through params/);
    });
  });
});
