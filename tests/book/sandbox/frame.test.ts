import { afterAll, expect, test } from "vitest";
import { parseResult } from "../../../src/bench/schema/validate.ts";
import { onSandboxPage } from "./page.ts";
import { watchedServer } from "./server.ts";

/** ms in which a script without harness has done what it does. */
const LISTEN_MS = 400;
/** ms for attempts that wait for an answer which never comes. */
const ATTEMPTS_MS = 10_000;
const MEASURE_MS = 20_000;
const TICKS = 30;

const server = await watchedServer();
afterAll(() => server.close());

const whole = (spec: string) => ({ spec, whole: true });
const sum = "(n) => { let x = 0; for (let i = 0; i < n; ++i) x = (x + (i ^ x)) | 0; return x; }";
const honest = {
  comparison: whole(
    `{ params: { n: 1000 }, setup: ({ n }) => n, variants: { a: ${sum}, b: { run: ${sum} } }, baseline: "b" }`,
  ),
  sweep: whole(`{ sweep: { n: [100, 1000] }, setup: ({ n }) => n, variants: { a: ${sum} } }`),
  latencies: whole(`{ latencies: { ms: 50 }, setup: () => 1000, variants: { a: ${sum} } }`),
  timeline: whole(`{ timeline: { ms: 50, binMs: 5 }, setup: () => 1000, variants: { a: ${sum} } }`),
  parallel: whole(
    "{ parallel: { workers: [1, 2], ms: 80 }, setup: () => new Int32Array(new SharedArrayBuffer(8)), check: () => true, variants: { a: (shared) => " +
      '{ if (!(shared.buffer instanceof SharedArrayBuffer)) throw new Error("not shared"); return Atomics.add(shared, 0, 1); } } }',
  ),
};

/** What cells would try if nothing was taken away from them. Each tells what it got. */
const attempts = (address: string) => `
const attempts = {
  fetch: async () => (await fetch("${address}")).status,
  request: () => { const r = new XMLHttpRequest(); r.open("GET", "${address}", false); r.send(); return r.status; },
  socket: () => new Promise((resolve, reject) => {
    const socket = new WebSocket("${address.replace("http", "ws")}"); socket.onopen = resolve; socket.onerror = reject;
  }),
  events: () => new Promise((resolve, reject) => {
    const events = new EventSource("${address}"); events.onopen = resolve; events.onerror = reject;
  }),
  scripts: () => importScripts("${address}/x.js"),
  module: () => import("${address}/x.js"),
  text: () => import("data:text/javascript,export default 1"),
  eval: () => (0, eval)("1"),
  Function: () => new Function("return 1")(),
  indexedDB: () => new Promise((resolve, reject) => {
    const request = indexedDB.open("taken"); request.onsuccess = resolve; request.onerror = reject;
  }),
  files: () => navigator.storage.getDirectory(),
  lock: () => navigator.locks.request("hot-path:run", () => 1),
};
(async () => {
  new BroadcastChannel("hot-path").postMessage("taken");
  try { await (await caches.open("kept")).put("https://example.org/", new Response("taken")); } catch {}
  const got = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    const late = new Promise((_, reject) => setTimeout(reject, 500));
    try { await Promise.race([attempt(), late]); got.push(name); } catch {}
  }
  postMessage(JSON.stringify(got));
})();
`;

await onSandboxPage("the frame of the sandbox", Object.values(honest), ({ attempt, listen, kept }) => {
  test.for(Object.keys(honest) as (keyof typeof honest)[])("measures a %s", async (kind) => {
    const { error, run } = await attempt(honest[kind], MEASURE_MS);
    expect(error).toBe("");
    expect(parseResult(run).kind).toBe(kind);
  });

  test("keeps code from everything, even if the lockdown failed", async () => {
    expect((await listen(attempts(server.address), ATTEMPTS_MS, "]")).text).toBe("[]");
    expect(server.hits, "what reached the server").toEqual([]);
    const { before, now } = await kept();
    expect(now).toEqual(before);
  });

  test.for([
    { what: "messages", script: 'for (;;) postMessage("x")', why: "it sent more than 4 messages" },
    {
      what: "messages of 10 MB",
      script: 'for (;;) postMessage("x".repeat(1e7))',
      why: "it sent 10000000 characters",
    },
    {
      what: "messages that are no texts",
      script: "for (;;) postMessage({ input: [] })",
      why: "it sent more than 4 messages",
    },
    {
      what: "what cannot be passed on",
      script: "for (;;) postMessage(null)",
      why: "it sent more than 4 messages",
    },
  ])("ends a worker that sends $what for ever", async ({ script, why }) => {
    const { count, text, ticksPerSecond } = await listen(script, LISTEN_MS);
    expect(JSON.parse(text)).toEqual({ type: "refused", reason: why });
    expect(count, "what the page heard").toBeLessThanOrEqual(5);
    expect(ticksPerSecond, "ticks a second").toBeGreaterThanOrEqual(TICKS);
  });

  test("tells of a script with a syntax error", async () => {
    const { text } = await listen("let = ;", LISTEN_MS);
    expect(JSON.parse(text)).toMatchObject({
      type: "error",
      name: "SyntaxError",
      message: expect.stringMatching(/./),
    });
  });
});
