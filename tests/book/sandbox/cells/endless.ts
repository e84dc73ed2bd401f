import { call, type Hostile, pair, spec } from "../hostile.ts";

const sharedInts = "new Int32Array(new SharedArrayBuffer(8))";
/** Cells that would never end. */
export const endless: Hostile[] = [
  { name: "loops for ever", spec: call("for (;;) {}"), must: "stopped" },
  {
    name: "loops for ever, and the watchdog ends it",
    spec: call("for (;;) {}"),
    watchdogMs: 600,
    must: /^WorkerError: The variant "a" did not answer within 0\.6 s and was ended\. .*a loop that never ends/,
  },
  {
    name: "loops for ever while it is evaluated",
    before: "for (;;) {}",
    spec: call("return 1"),
    must: "stopped",
  },
  {
    name: "loops for ever while it is evaluated, and the watchdog ends it",
    before: "for (;;) {}",
    spec: call("return 1"),
    watchdogMs: 600,
    must: /^WorkerError: The cell that declares the experiment did not answer within 0\.6 s/,
  },
  { name: "loops for ever in setup", spec: spec("setup: () => { for (;;) {} }"), must: "stopped" },
  { name: "loops for ever in check", spec: spec("check: () => { for (;;) {} }"), must: "stopped" },
  {
    name: "loops for ever in a getter of the Spec",
    spec: spec("get params() { for (;;) {} }"),
    must: "stopped",
  },
  {
    name: "loops for ever in a proxy",
    spec: "new Proxy({}, { ownKeys() { for (;;) {} } })",
    must: "stopped",
  },
  {
    name: "loops for ever in toJSON",
    spec: spec("params: { n: { toJSON() { for (;;) {} } } }"),
    must: "stopped",
  },
  {
    name: "throws what loops for ever when it is told",
    spec: call("throw { toString() { for (;;) {} } }"),
    must: "stopped",
  },
  {
    name: "recurses for ever",
    spec: call("const f = () => f() + 1; return f()"),
    must: /recursion|call stack/,
  },
  {
    name: "recurses for ever through promises",
    spec: call("const f = () => Promise.resolve().then(f); return f()"),
    must: "stopped",
  },
  {
    name: "queues microtasks for ever",
    spec: call("const f = () => queueMicrotask(f); f(); return new Promise(() => {})"),
    must: "stopped",
  },
  {
    name: "sets more and more timers",
    spec: call("const f = () => { setTimeout(f); setTimeout(f); }; f(); return new Promise(() => {})"),
    must: "stopped",
  },
  {
    name: "waits for a promise that nobody settles",
    spec: call("return new Promise(() => {})"),
    must: "stopped",
  },
  { name: "returns a thenable that never calls back", spec: call("return { then() {} }"), must: "stopped" },
  {
    name: "backtracks for ever in a regular expression",
    spec: call("return /^(a+)+$/.test(`${'a'.repeat(60)}b`)"),
    must: "stopped",
  },
  {
    name: "sorts with a comparator that loops",
    spec: call("return [3, 1, 2].sort(() => { for (;;) {} })"),
    must: "stopped",
  },
  {
    name: "squares a BigInt for ever",
    spec: call("for (let x = 3n; ; x *= x) {}"),
    must: /^(AbortError|RangeError): /,
  },
  {
    name: "joins four thousand million holes",
    spec: call("return Array(2 ** 32 - 2).join('x')"),
    must: /^(AbortError|RangeError|InternalError): /,
  },
  {
    name: "waits for ever on shared memory",
    spec: call(`Atomics.wait(${sharedInts}, 0, 0)`),
    must: "stopped",
  },
  {
    name: "waits for ever on memory that two workers share",
    spec: pair(sharedInts, "Atomics.wait(shared, 0, 0)"),
    team: true,
    must: "stopped",
  },
  {
    name: "spins for ever on memory that two workers share",
    spec: pair(sharedInts, "while (Atomics.load(shared, 0) === 0) {}"),
    team: true,
    must: "stopped",
  },
  {
    name: "makes its mates wait for an input that never comes",
    spec: pair("(() => { for (;;) {} })()", "return 1"),
    team: true,
    must: "stopped",
  },
  {
    name: "sends itself messages for ever",
    spec: call(
      "const { port1, port2 } = new MessageChannel(); port2.onmessage = () => port2.postMessage(0); " +
        "port1.onmessage = () => { port1.postMessage(0); port1.postMessage(0); }; port1.postMessage(0); for (;;) port1.postMessage(0)",
    ),
    must: "stopped",
  },
  {
    name: "writes to the console for ever",
    spec: call("for (;;) console.log('x'.repeat(1e5))"),
    must: "stopped",
  },
  { name: "marks times for ever", spec: call("for (;;) performance.mark('x')"), must: "stopped" },
  { name: "clones for ever", spec: call("for (;;) structuredClone(new Uint8Array(1e7))"), must: "stopped" },
  { name: "tries eval for ever", spec: call("for (;;) try { (0, eval)('1') } catch {}"), must: "stopped" },
  {
    name: "tries the constructor of functions for ever",
    spec: call("for (;;) try { (() => {}).constructor('1') } catch {}"),
    must: "stopped",
  },
  {
    name: "tries timers with texts for ever",
    spec: call("for (;;) try { setTimeout('1') } catch {}"),
    must: "stopped",
  },
  {
    name: "imports for ever",
    spec: call(
      "const f = () => { globalThis.dynamicImport('data:text/javascript,1').catch(() => {}); setTimeout(f); }; f(); return new Promise(() => {})",
    ),
    must: "stopped",
  },
];

/**
 * A loop in WebAssembly, (module (func (export "f") (loop br 0))), which WebKitGTK 2.50 does not interrupt: the run ends,
 * its thread goes on. So it comes after all others.
 */
export const webAssemblyLoop: Hostile = {
  name: "loops for ever in WebAssembly",
  spec: call(
    `new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]))).exports.f()`,
  ),
  must: "stopped",
};
