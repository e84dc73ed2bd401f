import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libraryCode } from "../../src/site/library/code.ts";
import { libraryTypes } from "../../src/site/library/types.ts";

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "hot-path-library-"));
let code = "";

beforeAll(async () => {
  const [text, types] = await Promise.all([libraryCode(root), libraryTypes(root)]);
  code = text;
  writeFileSync(join(folder, "bench.mjs"), code);
  writeFileSync(join(folder, "bench.d.ts"), types);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the module for other pages", () => {
  test("imports nothing, and exports what a page needs", async () => {
    expect(code).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(/m);
    const module = await import(join(folder, "bench.mjs"));
    expect(Object.keys(module).sort()).toEqual([
      "WorkerError",
      "bench",
      "describeParallel",
      "describeVerdict",
      "judgeClaims",
      "measure",
      "parseResult",
      "readResult",
    ]);
  });

  test("holds the script of its workers, which is a script by itself", () => {
    const [, text] = /foreignHost\(spec, ("var hotPathWorker(?:[^"\\]|\\.)*")\)/.exec(code) ?? [];
    expect(text).toBeDefined();
    const script = new Function(`return ${text}`)();
    expect(new Function(`"use strict"; ${script}; return typeof hotPathWorker.serve`)()).toBe("function");
  });

  test("says in words that it needs a browser", async () => {
    const { measure } = await import(join(folder, "bench.mjs"));
    await expect(measure({ variants: { a: () => 1 } })).rejects.toThrow("call bench in a page of a browser");
  });
});

describe("its types", () => {
  /** What the compiler says of pages that use the module. */
  const problems = (examples: string[], options: object = {}) => {
    const files = examples.map((_, i) => `example${i}.ts`);
    for (const [i, file] of files.entries()) writeFileSync(join(folder, file), examples[i]);
    const compilerOptions = {
      ...{ noEmit: true, strict: true, target: "esnext", module: "esnext", moduleResolution: "bundler" },
      ...{ lib: ["esnext", "dom"], types: [], skipLibCheck: false },
      ...options,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    try {
      execFileSync(join(root, "node_modules/.bin/tsc"), ["--project", join(folder, "tsconfig.json")]);
      return "";
    } catch (error) {
      return String((error as { stdout: Buffer }).stdout);
    }
  };

  test("describe a call, its progress and its result, without anything else installed", () => {
    const example = `
      import { bench, describeVerdict, judgeClaims, measure, parseResult, readResult, WorkerError } from "./bench.js";
      import type { Host, Progress, Result, Spec, Verdict } from "./bench.js";
      const spec: Spec = {
        id: "sums",
        params: { n: 1000 },
        setup: ({ n, random }) => Float64Array.from({ length: n }, random),
        variants: { loop: (a: Float64Array) => a.length, reduce: { setup: (a) => [...a], run: (a) => a.length } },
        check: (value, input) => value === input.length,
        baseline: "loop",
        sameWithin: 0.02,
        claims: [{ says: "as fast", of: "reduce", atMost: 1.1 }],
      };
      const run = bench(spec, { seed: 1, blocks: 6, signal: new AbortController().signal });
      const step: IteratorResult<Progress, Result> = await run.next();
      const result: Result = await measure(spec, { progress: ({ sentence }) => console.log(sentence) });
      const [comparison] = result.comparisons;
      const verdict: Verdict = comparison.verdict;
      const [low, high]: [number, number] = comparison.interval;
      const sentence: string = describeVerdict(comparison, 0.03);
      const mine: Promise<Result> = measure(spec, { host: {} as Host });
      const same: Result[] = [parseResult({}), readResult("{}")];
      const states = judgeClaims(spec, result).map((judged) => judged.state);
      console.log(step, verdict, low, high, sentence, mine, same, states, new WorkerError("x", "").workerStack);`;
    expect(problems([example])).toBe("");
  });

  test("accept every example of the page about the harness", () => {
    const page = readFileSync(join(root, "content/reference/harness.mdx"), "utf8");
    const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```/gm)].map(([, example]) => example);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    const local = examples.map((example) => example.replace(/https:[^"]*\/lib\/bench/, "./bench"));
    expect(problems(local, { noImplicitAny: false })).toBe("");
  });

  test("refuse a Spec without variants and an unknown option", () => {
    const found = problems([
      'import { measure } from "./bench.js";\nmeasure({});\nmeasure({ variants: {} }, { block: 6 });',
    ]);
    expect(found).toMatch(/example0\.ts\(2,.*variants/);
    expect(found).toMatch(/example0\.ts\(3,.*block/);
  });
});
