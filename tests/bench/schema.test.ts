import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import { describe, expect, it } from "vitest";
import { parseResult, readResult, resultShape } from "../../src/bench/schema/validate.ts";
import { runSimulated, specOf } from "./helpers.ts";

type Schema = Record<string, unknown>;

const file = new URL("../../src/bench/schema/result.v1.json", import.meta.url);
const published: Schema = JSON.parse(readFileSync(file, "utf8"));
const validator = new Validator(published, "2020-12", false);

const machine = { callNs: () => 1000.123, resolutionUs: 5, sliceNoise: 0.02 };
const good = {
  "a comparison": await runSimulated(specOf(["a", "b"], { params: { n: 3 } }), machine),
  "a sweep": await runSimulated(specOf(["a", "b"], { sweep: { n: [1, 2, 3] } }), machine),
  "a surface": await runSimulated(specOf(["a", "b"], { sweep: { n: [1, 2], m: [3, 4] } }), machine),
  "a parallel run": await runSimulated(specOf(["a", "b"], { parallel: { workers: [1, 2] } }), machine),
  latencies: await runSimulated(specOf(["a", "b"], { latencies: { ms: 50 } }), machine),
  "a timeline": await runSimulated(specOf(["a", "b"], { timeline: { ms: 50 } }), machine),
  "a wrong answer": await runSimulated(specOf(["a", "b"]), {
    ...machine,
    answer: (variant) => ({ digest: variant }),
  }),
};

/** The schema without what only people read. */
function rules(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(rules);
  if (typeof schema !== "object" || schema === null) return schema;
  const { $schema, $id, title, description, ...rest } = schema as Schema;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, rulesOf(key, value)]));
}

function rulesOf(key: string, value: unknown): unknown {
  if (key !== "properties") return rules(value);
  return Object.fromEntries(Object.entries(value as Schema).map(([name, field]) => [name, rules(field)]));
}

/** Paths of all properties, with their descriptions. */
function* fields(schema: unknown, path = ""): Generator<[string, unknown]> {
  if (typeof schema !== "object" || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key !== "properties") yield* fields(value, path);
    else
      for (const [name, field] of Object.entries(value as Record<string, Schema>)) {
        yield [`${path}.${name}`, field.description];
        yield* fields(field, `${path}.${name}`);
      }
  }
}

describe("the published schema", () => {
  it("says what the validator checks, rule for rule", () => {
    expect(rules(published)).toEqual(JSON.parse(JSON.stringify(resultShape.schema)));
  });

  it("describes every field", () => {
    const bare = [...fields(published)].filter(([, description]) => !description).map(([path]) => path);
    expect(bare).toEqual([]);
  });

  it.each(Object.entries(good))("is met by the export of %s, which reads back as it was", (_, result) => {
    const text = JSON.stringify(result);
    expect(validator.validate(JSON.parse(text)).errors).toEqual([]);
    expect(readResult(text)).toEqual(result);
  });

  it.each<[string, (copy: ReturnType<typeof aCopy>) => unknown]>([
    ["a text for a number", (copy) => (copy.elapsedMs = "3")],
    ["a missing field", (copy) => delete copy.harness.seed],
    ["an unknown field", (copy) => (copy.environment.userAgent = "Mozilla/5.0")],
    ["a negative time", (copy) => (copy.variants[0].workers[0].slices[0] = -1)],
    ["three ends", (copy) => (copy.comparisons[0].interval = [1, 2, 3])],
    ["a verdict of its own", (copy) => (copy.comparisons[0].verdict = "better")],
    ["a date in words", (copy) => (copy.createdAt = "1 January 2026")],
    ["null for a list", (copy) => (copy.warnings = null)],
    ["NaN as text", (copy) => (copy.comparisons[0].ratio = "NaN")],
    ["a fraction of 96", (copy) => (copy.variants[0].coverage = 96)],
    ["half a block", (copy) => (copy.harness.blocks = 0.5)],
  ])("refuses %s, as the validator does", (_, spoil) => {
    const copy = aCopy();
    spoil(copy);
    expect(validator.validate(copy).valid).toBe(false);
    expect(() => parseResult(copy)).toThrow(/^result\.[\w.[\]]+: expected .*, found /);
  });
});

describe("the size of a result", () => {
  it("is at most 40 kB for two variants, however the planner spends the budget", async () => {
    for (const callNs of [1, 1e3, 1e6, 1e7]) {
      const noise = { ...machine, callNs: () => callNs * 1.23456, noise: () => 0.01 * Math.random() };
      const { variants } = specOf(["a", "b"]);
      const result = await runSimulated({ variants, params: { note: "x".repeat(2000) } }, noise);
      expect(result.comparisons.length + result.warnings.length).toBeGreaterThan(0);
      expect(JSON.stringify(result).length, `${callNs} ns a call`).toBeLessThan(40_000);
    }
  });
});

describe("a hostile file", () => {
  const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const wide = (fields: number) => `{${Array.from({ length: fields }, (_, i) => `"k${i}":1`)}}`;
  /** The text of a good result with JSON in place of one field. */
  const having = (field: string, json: string) => {
    const text = JSON.stringify({ ...aCopy(), [field]: "HERE" });
    return JSON.parse(text.replace('"HERE"', () => json));
  };
  const bench = (params: string) =>
    `{"id":"x","params":${params},"per":null,"sources":{"a":"","b":""},"hash":""}`;

  it.each<[string, () => unknown, string]>([
    ["__proto__ at the top", () => JSON.parse('{"__proto__":{"kind":"sweep"}}'), "result.__proto__"],
    ["__proto__ in parameters", () => having("bench", bench('{"__proto__":{"x":1}}')), "params.__proto__"],
    [
      "constructor deep in parameters",
      () => having("bench", bench('{"a":[{"constructor":{"prototype":{"x":1}}}]}')),
      "params.a.0.constructor",
    ],
    [
      "__proto__ as a variant",
      () => having("bench", bench("{}").replace('"a":""', '"__proto__":""')),
      "sources.__proto__",
    ],
    [
      "an inherited name as a field",
      () => having("environment", '{"toString":1}'),
      "result.environment.toString",
    ],
    ["a list of a million", () => having("discarded", `[${"0,".repeat(1e6)}0]`), "a list of at most"],
    ["100,000 fields", () => JSON.parse(wide(1e5)), "result.k0: expected no such field"],
    [
      "100,000 fields of a sweep",
      () => having("sweep", wide(1e5)),
      "result.sweep.k0: expected no such field",
    ],
    ["100,000 parameters", () => having("bench", bench(wide(1e5))), "at most 10000 fields"],
    ["a text of 10 MB", () => having("bench", bench(`{"a":"${"x".repeat(1e7)}"}`)), "result.bench.params.a"],
    [
      "a text of 10 MB for a number",
      () => having("elapsedMs", `"${"x".repeat(1e7)}"`),
      "result.elapsedMs: expected",
    ],
    ["a name of 10 MB", () => ({ ...aCopy(), ["x".repeat(1e7)]: 1 }), "no such field"],
    ["100,000 levels", () => having("sweep", deep(1e5)), "result.sweep: expected an object"],
    ["100,000 levels of parameters", () => having("bench", bench(`{"a":${deep(1e5)}}`)), "at most 8 levels"],
    ["Infinity", () => having("elapsedMs", "1e999"), "found Infinity"],
  ])("with %s is refused in a sentence", (_, make, message) => {
    const value = make();
    const error = refusal(() => parseResult(value));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(message);
    expect(error.message.length).toBeLessThan(400);
    expect(({} as Schema).x).toBeUndefined();
  });

  it.each([
    ["no JSON", "<html>", "result: no JSON: "],
    ["half a file", '{"schema": ', "result: no JSON: "],
    ["far too much", " ".repeat(1e7), "result: 10000000 characters; a result has at most 1000000"],
  ])("that is %s is refused in a sentence", (_, text, message) => {
    expect(refusal(() => readResult(text)).message).toContain(message);
  });
});

function refusal(read: () => unknown): Error {
  try {
    read();
  } catch (error) {
    return error as Error;
  }
  throw new Error("it was not refused");
}

// biome-ignore lint/suspicious/noExplicitAny: it is there to be spoilt
function aCopy(): any {
  return JSON.parse(JSON.stringify(good["a comparison"]));
}
