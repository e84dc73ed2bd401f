import { expect } from "vitest";
import { call, type Hostile, spec } from "../hostile.ts";

const HTML = "<img src=x onerror=alert(1)>";

/** Cells whose names and messages are meant to do harm where they are shown, or to fill the page. */
export const shown: Hostile[] = [
  {
    name: "calls a variant by a terminal escape",
    spec: String.raw`{ variants: { "\u001b[2J\u001b]0;x\u0007": () => 1 } }`,
    must: /variants\[0\]\.name: expected a name .*, found "\\u001b\[2J\\u001b\]0;x\\u0007"/,
  },
  {
    name: "calls a variant by a text that runs backwards",
    spec: String.raw`{ variants: { "\u202etsetsaf": () => 1 } }`,
    must: /variants\[0\]\.name: expected a name .*, found "\\u\{202e\}tsetsaf"/,
  },
  {
    name: "calls a variant by a name that cannot be seen",
    spec: String.raw`{ variants: { "\u200b\u2060": () => 1 } }`,
    must: /variants\[0\]\.name: expected a name .*, found "\\u\{200b\}\\u\{2060\}"/,
  },
  {
    name: "calls a variant by HTML",
    spec: `{ variants: { "${HTML}": () => 1 } }`,
    must: ({ error, spec }) => {
      expect(error).toBe("");
      expect(spec).toMatchObject({ variants: [HTML] });
    },
  },
  {
    name: "claims in a text that runs backwards",
    spec: spec(String.raw`claims: [{ says: "a is \u202ewols\u202c\u001b[31m", of: "a", atLeast: 1 }]`),
    must: ({ spec }) =>
      expect(spec).toMatchObject({ claims: [{ says: "a is \\u{202e}wols\\u{202c}\\u{1b}[31m" }] }),
  },
  {
    name: "hides code from the eye",
    spec: String.raw`{ variants: { a: Object.assign(() => 1, { toString: () => "() => 1 /*\u2066*/" }) } }`,
    must: ({ spec }) => expect(spec).toMatchObject({ sources: ["() => 1 /*\\u{2066}*/"] }),
  },
  {
    name: "throws terminal escapes and HTML",
    spec: call(String.raw`throw new Error("\u001b[2J\u0007${HTML}")`),
    must: /^Error: \\u\{1b\}\[2J\\u\{7\}<img src=x onerror=alert\(1\)>$/,
  },
  {
    name: "throws halves of characters",
    spec: call(String.raw`throw new Error("\ud800 \udfff")`),
    must: /^Error: \\u\{d800\} \\u\{dfff\}$/,
  },
  {
    name: "answers with terminal escapes",
    spec: call(String.raw`return "\u001b[2J\u202e"`),
    must: ({ run }) => expect(run).toMatchObject({ answer: { preview: '"\\u001b[2J\\u{202e}"' } }),
  },
  {
    name: "answers with 10 MB of text",
    spec: call('return "x".repeat(1e7)'),
    must: ({ run }) => expect(run).toMatchObject({ answer: { preview: expect.stringMatching(/^"x{78}…$/) } }),
  },
  {
    name: "answers with a million elements",
    spec: call("return Array.from({ length: 1e6 }, () => ({ x: [1] }))"),
    watchdogMs: 20_000,
    must: /^$|^AbortError/,
  },
  {
    name: "throws 10 MB of text",
    spec: call('throw new Error("x".repeat(1e7))'),
    must: /^WorkerError: What the code sent in place of a measurement was refused: it sent \d+ characters\. /,
  },
  {
    name: "throws 1 MB of text",
    spec: call('const error = new Error("x".repeat(1e6)); error.stack = ""; throw error'),
    must: /^Error: x{1000}… \(1000000 characters\)$/,
  },
  {
    name: "has a stack of 1 MB",
    spec: call('const error = new Error("x"); error.stack = "at sandbox.js:1:1\\n".repeat(5e4); throw error'),
    must: ({ error, stack }) => {
      expect(error).toBe("Error: x");
      expect(stack.length).toBeLessThan(5_000);
    },
  },
  {
    name: "calls a variant by 1 MB of text",
    spec: '{ variants: { ["x".repeat(1e6)]: () => 1 } }',
    must: /variants\[0\]\.name: expected a name of 1 to 100 visible characters.*, found "x{60}"…/,
  },
  {
    name: "has a hundred thousand variants",
    spec: "{ variants: Object.fromEntries(Array.from({ length: 1e5 }, (_, n) => [`v${n}`, () => n])) }",
    must: /refused: (it sent \d+ characters|reply\.run\.variants: expected a list of 0 to 64)/,
  },
  {
    name: "sweeps through a hundred thousand values",
    spec: spec("sweep: { n: Array.from({ length: 1e5 }, (_, n) => n) }"),
    must: /refused: reply\.run\.sweep\.n: expected a list of 0 to 1000, found a list of 100000/,
  },
  {
    name: "has parameters a thousand levels deep",
    spec: spec("params: { x: Array.from({ length: 1000 }).reduce((inner) => [inner], 1) }"),
    must: /refused: reply\.run\.params\.x.*: expected at most 8 levels/,
  },
  {
    name: "has parameters that hold themselves",
    spec: spec("params: (() => { const all = {}; all.self = all; return all; })()"),
    must: /^TypeError: .*(circular|cyclic)/i,
  },
  {
    name: "has a claim of 1 MB",
    spec: spec('claims: [{ says: "x".repeat(1e6), of: "a", atLeast: 1 }]'),
    must: ({ spec }) =>
      expect(spec).toMatchObject({
        claims: [{ says: expect.stringMatching(/^x{1000}… \(1000000 characters\)$/) }],
      }),
  },
];
