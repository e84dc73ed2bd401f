import { expect } from "vitest";
import { anything, call, type Hostile, pair, spec } from "../hostile.ts";

const works: Hostile["must"] = ({ error, run }) => {
  expect(error).toBe("");
  expect(run).toMatchObject({ answer: { preview: "1" } });
};

/** Cells that break what the harness is built on, and cells that fail in unusual ways. */
export const broken: Hostile[] = [
  {
    name: "breaks the methods of lists",
    before:
      "for (const name of ['map', 'push', 'join', 'forEach']) Array.prototype[name] = () => { throw 1; }",
    spec: call("return 1"),
    must: anything,
  },
  {
    name: "lets every list go on for ever",
    before: "Array.prototype[Symbol.iterator] = function* () { for (;;) yield 1; }",
    spec: call("return 1"),
    must: anything,
  },
  {
    name: "breaks promises",
    before: "Promise.prototype.then = () => {}; Promise.resolve = () => new Promise(() => {});",
    spec: call("return 1"),
    must: anything,
  },
  {
    name: "listens to every field of every object",
    before:
      'for (const key of ["type", "run", "job", "kind", "message", "stack", "name"]) Object.defineProperty(Object.prototype, key, { set() {}, get: () => "mine", configurable: true })',
    spec: call("return 1"),
    must: anything,
  },
  {
    name: "breaks the text form of everything",
    before: 'JSON.stringify = () => "x".repeat(1e7); String.prototype.split = () => "x".repeat(1e7);',
    spec: "{ variants: { a: () => 1 }, check: () => true }",
    must: anything,
  },
  {
    name: "breaks calls",
    before:
      "Function.prototype.call = () => {}; Function.prototype.bind = () => {}; Reflect.apply = () => {};",
    spec: call("return 1"),
    must: works,
  },
  {
    name: "breaks numbers",
    before: "Number.isFinite = () => true; Math.max = () => -1; Math.min = () => 1e9;",
    spec: call("return 1"),
    must: anything,
  },
  {
    name: "takes over the messages of its worker",
    before: "globalThis.onmessage = () => {}; globalThis.onmessageerror = () => {};",
    spec: call("return 1"),
    must: works,
  },
  {
    name: "writes its own stacks",
    before: 'Error.prepareStackTrace = () => ({ at: "x".repeat(1e6) }); Error.stackTraceLimit = 1e9;',
    spec: call("const f = (n) => { if (n === 0) throw new Error('deep'); f(n - 1) }; f(1000)"),
    must: /^Error: deep$/,
  },
  { name: "throws nothing", spec: call("throw undefined"), must: /^Error: undefined$/ },
  { name: "throws a symbol", spec: call('throw Symbol("x")'), must: /^Error: Symbol\(x\)$/ },
  {
    name: "throws what throws when it is told",
    spec: call("throw { toString() { throw this; } }"),
    must: /^Error: What was thrown cannot be told/,
  },
  {
    name: "throws an error that throws when it is asked",
    spec: call("throw Object.defineProperty(new Error('x'), 'message', { get() { throw this; } })"),
    must: /^Error: What was thrown cannot be told/,
  },
  {
    name: "throws a proxy",
    spec: call("throw new Proxy(new Error('x'), { get() { throw 1; }, getPrototypeOf() { throw 1; } })"),
    must: /^Error: What was thrown cannot be told/,
  },
  {
    name: "throws an error of things that are no texts",
    spec: call("throw Object.assign(new Error('x'), { name: () => 1, message: { a: 1 }, stack: [1n] })"),
    must: /^\(\) => 1: \[object Object\]$/,
  },
  { name: "rejects", spec: call('return Promise.reject(new TypeError("no"))'), must: /^TypeError: no$/ },
  {
    name: "returns a thenable that throws",
    spec: call('return { then() { throw new Error("no"); } }'),
    must: /^Error: no$/,
  },
  {
    name: "rejects a hundred promises a task, for ever",
    spec: call(
      "const f = () => { for (let i = 0; i < 100; ++i) Promise.reject(i); setTimeout(f); }; f(); return new Promise(() => {})",
    ),
    must: /^Error: 100 promises were rejected, and nothing handled them\.$/,
  },
  {
    // more of them in one task freeze a page in Firefox, see the limits in sandbox.ts
    name: "rejects 1,000 promises in one task",
    spec: call("for (let i = 0; i < 1000; ++i) Promise.reject(new Error('x')); return new Promise(() => {})"),
    must: /^Error: 100 promises were rejected, and nothing handled them\.$/,
  },
  {
    name: "throws in a thousand timers a task, for ever",
    spec: call(
      "const f = () => { for (let i = 0; i < 1000; ++i) setTimeout(() => { throw new Error('late'); }); setTimeout(f); }; f(); return new Promise(() => {})",
    ),
    must: /^Error: .*late$/,
  },
  {
    name: "throws in 100,000 microtasks",
    spec: call(
      "for (let i = 0; i < 1e5; ++i) queueMicrotask(() => { throw new Error('late'); }); return new Promise(() => {})",
    ),
    must: /^Error: .*late$/,
  },
  {
    name: "has a Spec that throws",
    spec: spec('get params() { throw new RangeError("no"); }'),
    must: /^RangeError: no$/,
  },
  {
    name: "has a variant that is no function",
    spec: "{ variants: { a: 5 } }",
    must: /^TypeError: variants\.a: undefined is no function; write \(input\) => …$/,
  },
  { name: "has no variants", spec: "{}", whole: true, must: /^TypeError: variants: none given/ },
  { name: "has a parameter that is no JSON", spec: spec("params: { n: 1n }"), must: /^TypeError: .*BigInt/i },
  {
    name: "returns a function",
    spec: call("return () => 1"),
    must: ({ run }) => expect(run).toMatchObject({ answer: { preview: "a function" } }),
  },
  {
    name: "returns an object whose fields throw",
    spec: call('return { get x() { throw new Error("no"); } }'),
    must: /^Error: no$/,
  },
  {
    name: "gives its mates what cannot be cloned",
    spec: pair("() => 1", "return 1"),
    team: true,
    must: /^TypeError: setup: what it makes cannot travel to the other workers/,
  },
  {
    name: "fails in one worker while the other waits for ever",
    spec:
      "{ parallel: { workers: [2] }, setup: () => new Int32Array(new SharedArrayBuffer(8)), variants: { a: { setup: (shared, { worker }) => ({ shared, worker }), " +
      "run: ({ shared, worker }) => { if (worker === 1) throw new Error('one of two'); Atomics.wait(shared, 0, 0); } } } }",
    team: true,
    must: /^Error: one of two$/,
  },
];
