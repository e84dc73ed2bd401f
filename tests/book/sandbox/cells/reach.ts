import { call, type Hostile } from "../hostile.ts";

const OUT_OF_REACH = / is out of reach: edited and shared code runs in a sandbox/;
/** in some engine the name does not exist in any worker */
const OUT_OF_REACH_OR_ABSENT = /out of reach|not a (constructor|function)|undefined|null/;

/** Cells that try to reach other hosts, code from elsewhere, what the site has stored, and other pages. */
export const reach = (server: string): Hostile[] => [
  { name: "fetches", spec: call(`return fetch("${server}")`), must: OUT_OF_REACH },
  {
    name: "fetches through the prototypes of the global object",
    spec: call(
      "for (let owner = globalThis; owner; owner = Object.getPrototypeOf(owner)) " +
        `if (Object.hasOwn(owner, "fetch")) return owner.fetch.call(globalThis, "${server}"); return 1`,
    ),
    must: OUT_OF_REACH,
  },
  {
    name: "fetches after deleting what stands in the way",
    spec: call(`delete globalThis.fetch; return globalThis.fetch("${server}")`),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "asks by XMLHttpRequest",
    spec: call(
      `const r = new XMLHttpRequest(); r.open("GET", "${server}", false); r.send(); return r.status`,
    ),
    must: OUT_OF_REACH,
  },
  {
    name: "opens a WebSocket",
    spec: call(`return new WebSocket("${server.replace("http", "ws")}")`),
    must: OUT_OF_REACH,
  },
  { name: "opens an EventSource", spec: call(`return new EventSource("${server}")`), must: OUT_OF_REACH },
  {
    name: "opens a WebTransport",
    spec: call(`return new globalThis.WebTransport("${server.replace("http", "https")}")`),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "sends a beacon",
    spec: call(`return navigator.sendBeacon("${server}", "x")`),
    must: /not a function/,
  },
  {
    name: "loads a font",
    spec: call(`return new globalThis.FontFace("x", "url(${server})").load()`),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  { name: "imports scripts", spec: call(`globalThis.importScripts("${server}/x.js")`), must: OUT_OF_REACH },
  {
    name: "imports a module from another host",
    spec: call(`return globalThis.dynamicImport("${server}/x.js")`),
    must: /^TypeError: /,
  },
  {
    name: "imports a module from its text",
    spec: call('return globalThis.dynamicImport("data:text/javascript,export default 1")'),
    must: /^TypeError: /,
  },
  { name: "evaluates a text", spec: call('return (0, eval)("1")'), must: OUT_OF_REACH },
  { name: "makes a function of a text", spec: call('return new Function("return 1")()'), must: OUT_OF_REACH },
  {
    name: "makes a function of a text by the constructor of another",
    spec: call('return (() => {}).constructor("return 1")()'),
    must: OUT_OF_REACH,
  },
  {
    name: "makes an async generator of a text by the constructor of another",
    spec: call('return (async function* () {}).constructor("yield 1")()'),
    must: OUT_OF_REACH,
  },
  { name: "sets a timer with a text", spec: call('return setTimeout("1")'), must: OUT_OF_REACH },
  {
    name: "starts a worker from a blob",
    spec: call('return new Worker(URL.createObjectURL(new Blob(["1"])))'),
    must: OUT_OF_REACH,
  },
  {
    name: "starts a worker from data",
    spec: call('return new Worker("data:text/javascript,1")'),
    must: OUT_OF_REACH,
  },
  {
    name: "starts a shared worker",
    spec: call('return new globalThis.SharedWorker("data:text/javascript,1")'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "registers a service worker",
    spec: call('return navigator.serviceWorker.register("/x.js")'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "draws on a canvas of its own",
    spec: call("return new OffscreenCanvas(9, 9)"),
    must: OUT_OF_REACH,
  },
  { name: "opens IndexedDB", spec: call('return indexedDB.open("x")'), must: OUT_OF_REACH },
  {
    name: "deletes from IndexedDB",
    spec: call('return indexedDB.deleteDatabase("kept")'),
    must: OUT_OF_REACH,
  },
  { name: "opens a cache", spec: call('return caches.open("kept")'), must: OUT_OF_REACH_OR_ABSENT },
  {
    name: "opens the private file system",
    spec: call("return navigator.storage.getDirectory()"),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "writes to localStorage",
    spec: call('globalThis.localStorage.setItem("kept", "changed")'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "sets a cookie",
    spec: call('return globalThis.cookieStore.set("kept", "changed")'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "writes a cookie by a document",
    spec: call('globalThis.document.cookie = "kept=changed"'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "opens a broadcast channel",
    spec: call('return new BroadcastChannel("hot-path").postMessage("x")'),
    must: OUT_OF_REACH,
  },
  {
    name: "takes the lock of all runs",
    spec: call('return navigator.locks.request("hot-path:run", () => new Promise(() => {}))'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  {
    name: "asks to notify",
    spec: call('return new globalThis.Notification("x")'),
    must: OUT_OF_REACH_OR_ABSENT,
  },
  { name: "looks up its address", spec: call("return location.href"), must: OUT_OF_REACH },
  {
    name: "reports errors to the page",
    spec: call('for (;;) reportError(new Error("x"))'),
    must: OUT_OF_REACH,
  },
  {
    name: "closes its worker",
    spec: call("globalThis.close(); return new Promise(() => {})"),
    must: OUT_OF_REACH,
  },
];
