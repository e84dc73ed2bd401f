import { expect } from "vitest";
import { call, type Hostile, spec } from "../hostile.ts";

/** Replaces the answer of the trial, as text, by a method that cells cannot be kept from adding. */
const forge = (reply: string): Pick<Hostile, "before" | "spec"> => ({
  before:
    'Object.prototype.toJSON = function () { return this.type === "done" && "loadMs" in this.run ? ' +
    `((run) => (${reply}))(this.run) : this; }`,
  spec: call("return 1"),
});
const forgeRun = (fields: string) => forge(`{ type: "done", busyMs: 1, run: { ...run, ${fields} } }`);
const refused = (why: string) =>
  new RegExp(`^WorkerError: What the code sent in place of a measurement was refused: ${why}`);

/** Cells that lie to the harness, or speak in its place. */
export const forged: Hostile[] = [
  {
    name: "answers in place of the harness",
    spec: call('globalThis.postMessage({ type: "done", run: {}, busyMs: 1 })'),
    must: /postMessage is out of reach/,
  },
  {
    name: "gives itself another job",
    spec: call(
      'globalThis.dispatchEvent(new MessageEvent("message", { data: { job: { kind: "floor", sliceMs: 1 }, captures: {} } })); return 7',
    ),
    must: ({ run }) => expect(run).toMatchObject({ answer: { preview: "7" } }),
  },
  {
    name: "sets the clock by one assignment",
    spec: call("performance.now = () => 0"),
    must: /^TypeError: .*(read.?only|readonly)/i,
  },
  {
    name: "has a clock that tells no number",
    before: "globalThis.performance = { now: () => Number.NaN }",
    spec: call("return 1"),
    must: refused('reply.*: expected a number from 0 to .*, found "NaN"'),
  },
  {
    name: "has a clock that runs backwards",
    before: "let time = 1e6; globalThis.performance = { now: () => (time -= 10) }",
    spec: call("return 1"),
    must: refused("reply.*: expected a number from 0 to .*, found -"),
  },
  {
    name: "answers with no time",
    ...forgeRun("coldNs: null"),
    must: refused("reply.run.coldNs: .*, found null"),
  },
  {
    name: "answers with a negative time",
    ...forgeRun("coldNs: -1"),
    must: refused("reply.run.coldNs: .* -1"),
  },
  {
    name: "answers with an infinite time",
    ...forgeRun("coldNs: Infinity"),
    must: refused('reply.run.coldNs: .*, found "Infinity"'),
  },
  {
    name: "answers with a time beyond all others",
    ...forgeRun("setupMs: 1e300"),
    must: refused("reply.run.setupMs: .*, found 1e\\+300"),
  },
  {
    name: "answers with a text as time",
    ...forgeRun('loadMs: "1"'),
    must: refused('reply.run.loadMs: expected a number .*, found "1"'),
  },
  {
    name: "answers another job",
    ...forge('{ type: "done", busyMs: 1, run: { nsPerCall: 1, quietNs: null } }'),
    must: refused("reply.run.setupMs: expected a number"),
  },
  {
    name: "answers with a million inputs",
    ...forgeRun("inputs: 1e6"),
    must: refused("reply.run.inputs: expected a whole number from 1 to 8, found 1000000"),
  },
  {
    name: "answers with a verdict that is none",
    ...forgeRun('answer: { ...run.answer, right: "yes" }'),
    must: refused('reply.run.answer.right: expected true or false, found "yes"'),
  },
  { name: "answers with nothing", ...forge("null"), must: refused("reply: expected an object, found null") },
  { name: "answers with a list", ...forge("[1, 2]"), must: refused("reply: expected an object") },
  {
    name: "answers with a list as run",
    ...forge('{ type: "done", busyMs: 1, run: [] }'),
    must: refused("reply.run: expected an object"),
  },
  {
    name: "answers that it is ready, which nobody asked",
    ...forge('{ type: "ready" }'),
    must: refused('reply.type: expected an answer to the job "trial", found "ready"'),
  },
  {
    name: "answers in a way of its own",
    ...forge('{ type: "navigate", to: "https://example.org" }'),
    must: refused('reply.type: expected an answer to the job "trial", found "navigate"'),
  },
  {
    name: "claims to be another notebook",
    ...forge(
      '{ type: "done", busyMs: 1, run: { ...run, bench: { id: "cpu/other" } }, notebook: "cpu/other", schema: "hot-path/result.v1" }',
    ),
    must: ({ error, run }) => {
      expect(error).toBe("");
      expect(Object.keys(run as object).sort()).toEqual(["answer", "coldNs", "inputs", "loadMs", "setupMs"]);
    },
  },
  {
    name: "declares to be another notebook",
    spec: spec('id: "cpu/other", hash: "0", kind: "sweep", recorded: []'),
    must: ({ spec }) => expect(Object.keys(spec as object).sort()).toEqual(["sources", "variants"]),
  },
  {
    name: "pollutes the prototype of the page's objects by its answer",
    ...forge(
      `{ type: "done", busyMs: 1, run: { ...JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'), ...run } }`,
    ),
    must: ({ error, run, polluted }) => {
      expect(error).toBe("");
      expect(polluted).toBe(false);
      expect(Object.keys(run as object)).not.toContain("constructor");
    },
  },
  {
    name: "pollutes the prototype of the page's objects by its parameters",
    spec: spec(`params: JSON.parse('{"__proto__": {"polluted": 1}}')`),
    must: refused('reply.run.params, one of its names: .*, found "__proto__"'),
  },
  {
    name: "calls a variant __proto__",
    spec: '{ variants: { ["__proto__"]: () => 1 } }',
    must: refused('reply.run.variants\\[0\\].name: .*, found "__proto__"'),
  },
  {
    name: "calls a variant constructor",
    spec: "{ variants: { constructor: () => 1 } }",
    must: refused("reply.run.variants\\[0\\].name"),
  },
  {
    name: "calls a variant hasOwnProperty",
    spec: "{ variants: { hasOwnProperty: () => 1, toString: () => 1 } }",
    must: ({ error, spec }) => {
      expect(error).toBe("");
      expect(spec).toMatchObject({ variants: ["hasOwnProperty", "toString"] });
    },
  },
  {
    name: "declares a baseline that is no variant",
    spec: spec('baseline: "b"'),
    whole: true,
    must: /^TypeError: baseline: "b" is no variant; choose one of "a"/,
  },
  {
    name: "declares workers without number",
    spec: spec("parallel: { workers: [1e9] }"),
    must: refused("reply.run.parallel.workers\\[0\\]: expected a whole number from 1 to 32"),
  },
  {
    name: "declares a life without end",
    spec: spec("latencies: { ms: 1e12 }"),
    must: refused("reply.run.latencies.ms: expected a number"),
  },
  {
    name: "declares a claim that is no claim",
    spec: spec('claims: [{ says: "x", of: "a", atLeast: "2" }]'),
    must: refused('reply.run.claims\\[0\\].atLeast: expected a finite number, found "2"'),
  },
];
