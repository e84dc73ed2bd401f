import { call, type Hostile, pair } from "../hostile.ts";

/** Cells that take all the memory they can get; Stop comes before the machine is full. */
export const memory: Hostile[] = [
  {
    name: "makes objects for ever",
    spec: call("const all = []; for (;;) all.push({ n: all.length, list: [all.length] })"),
    must: "stopped",
  },
  {
    name: "makes strings for ever",
    spec: call("const all = []; for (;;) all.push(('x' + all.length).repeat(1e5).split('').join('y'))"),
    must: "stopped",
  },
  {
    name: "fills buffers for ever",
    spec: call("const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1))"),
    must: "stopped",
  },
  {
    name: "fills shared buffers for ever",
    spec: call("const all = []; for (;;) all.push(new Uint8Array(new SharedArrayBuffer(1e7)).fill(1))"),
    must: "stopped",
  },
  {
    name: "lets WebAssembly memory grow for ever",
    spec: call(
      "const all = []; for (;;) { const memory = new WebAssembly.Memory({ initial: 1 }); memory.grow(200); " +
        "new Uint8Array(memory.buffer).fill(1); all.push(memory); }",
    ),
    must: "stopped",
  },
  {
    name: "spreads what has no end",
    spec: call("return [...(function* () { for (;;) yield 1; })()]"),
    must: /^(AbortError|RangeError|InternalError): /,
  },
  {
    name: "asks for a shared buffer that no machine has",
    spec: call("return new SharedArrayBuffer(2 ** 50)"),
    must: /^RangeError: /,
  },
  {
    name: "asks for more WebAssembly memory than there can be",
    spec: call("return new WebAssembly.Memory({ initial: 1e6 })"),
    must: /^(TypeError|RangeError): /,
  },
  {
    name: "gives its mates what takes long to copy",
    spec: pair("Array.from({ length: 1e6 }, (_, n) => ({ n, list: [n] }))", "return 1"),
    team: true,
    watchdogMs: 20_000,
    must: /it takes .* ms to copy, more than 250\. Share memory instead/,
  },
];
